package io.leadscore.ledger;

import static io.leadscore.ledger.SampleFacts.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.scoring.FitProfile;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What waits for the AI, and what it took: the queue, batches, and spending. */
@ParameterizedClass
@EnumSource
class FitQueueIntegrationTests {

    private static final FitProfile SPORTS = profile("SPORTS");
    private static final FitProfile MUSIC = profile("MUSIC");
    private static final FitProfile DAIRY = profile("DAIRY");
    private static final AnswerKey KEY = new AnswerKey("ideal", "1", "model");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final long portal = TestLedger.newPortal();
    private final FitQueue queue;
    private final Touches touches;
    private final AiSpending spending;
    private final AiBatches batches;

    FitQueueIntegrationTests(TestLedger ledger) {
        this.queue = new FitQueue(ledger.statements());
        this.touches = new Touches(ledger.statements());
        this.spending = new AiSpending(ledger.statements());
        this.batches = new AiBatches(ledger.statements());
    }

    @Test
    void givesProfilesThatMostContactsWaitForFirst() {
        queue.await(portal, Map.of(1L, MUSIC, 2L, SPORTS, 3L, SPORTS, 4L, DAIRY));
        queue.await(portal, Map.of(4L, SPORTS, 5L, MUSIC));

        assertThat(queue.profiles(portal, 2).values()).containsExactly(SPORTS, MUSIC);
        assertThat(queue.profiles(portal, 1)).containsOnlyKeys(SPORTS.key());
        assertThat(queue.profiles(portal, 2)).extractingByKey(SPORTS.key()).isEqualTo(SPORTS);
        assertThat(queue.count(portal)).isEqualTo(5);
    }

    @Test
    void touchesWhoWaitedForAnAnswer() {
        queue.await(portal, Map.of(1L, MUSIC, 2L, SPORTS, 3L, SPORTS));

        assertThat(queue.touchAnswered(portal, Set.of(SPORTS.key(), DAIRY.key())))
                .isEqualTo(2);

        List<Touched> next = touches.next(portal, 0, 10);
        assertThat(next).extracting(Touched::contactId).containsExactly(2L, 3L);
        assertThat(next.get(0).causes()).containsExactly(Cause.ANALYSED);
        assertThat(queue.count(portal)).isEqualTo(1);
        assertThat(queue.touchAnswered(portal, Set.of(SPORTS.key()))).isZero();
    }

    @Test
    void reservesNoMoreThanTheDayAllows() {
        assertThat(spending.reserve(portal, DAY, 600, 1_000)).isTrue();
        assertThat(spending.reserve(portal, DAY, 401, 1_000)).isFalse();
        assertThat(spending.reserve(portal, DAY, 400, 1_000)).isTrue();
        assertThat(spending.reserve(portal, DAY, 1, 1_000)).isFalse();
        assertThat(spending.reserve(portal, DAY, 0, 1_000)).isTrue();
        assertThat(spending.reserve(portal, DAY.plusDays(1), 1, 1_000)).isTrue();

        spending.add(portal, DAY, new AiUse(1, 20, 30, -450));

        assertThat(spending.of(portal, DAY)).isEqualTo(new AiUse(1, 20, 30, 550));
        assertThat(spending.spent(portal, DAY.plusDays(2))).isZero();
    }

    @Test
    void remembersBatches() {
        AiBatch made = new AiBatch("file-1", null, KEY, day(1), 77);
        batches.begin(portal, made, List.of(List.of(SPORTS, MUSIC), List.of(DAIRY)));
        assertThat(batches.open(portal)).containsExactly(made);

        batches.accepted(portal, "file-1", "batch-1");

        assertThat(batches.open(portal)).containsExactly(new AiBatch("file-1", "batch-1", KEY, day(1), 77));
        assertThat(batches.lines(portal, "file-1")).isEqualTo(Map.of(1, List.of(SPORTS, MUSIC), 2, List.of(DAIRY)));
        assertThat(batches.asked(portal, KEY, List.of(MUSIC.key(), "other"))).containsExactly(MUSIC.key());
        assertThat(batches.asked(portal, new AnswerKey("other", "1", "model"), List.of(MUSIC.key())))
                .isEmpty();
        assertThat(batches.lastFailure(portal)).isNull();

        batches.end(portal, "file-1", true, day(2).plus(Duration.ofHours(1)));

        assertThat(batches.open(portal)).isEmpty();
        assertThat(batches.asked(portal, KEY, List.of(MUSIC.key()))).isEmpty();
        assertThat(batches.lastFailure(portal)).isEqualTo(day(2).plus(Duration.ofHours(1)));
    }

    private static FitProfile profile(String industry) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("industry", industry);
        facts.put("company_size", "51-200");
        facts.put("country", "DE");
        return new FitProfile(facts);
    }
}
