package io.leadscore.ledger;

import static io.leadscore.ledger.SampleFacts.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.Link;
import io.leadscore.lead.ObjectType;
import io.leadscore.lead.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class ConversionsIntegrationTests {

    private static final int HIGH = 80;
    private static final int LOW = 10;

    private final long portal = TestLedger.newPortal();
    private final Statements statements;
    private final Mirror mirror;
    private final Links links;
    private final Scores scores;
    private final Conversions conversions;
    private long nextDeal = 1_000;

    ConversionsIntegrationTests(TestLedger ledger) {
        this.statements = ledger.statements();
        this.mirror = new Mirror(statements);
        this.links = new Links(statements);
        this.scores = new Scores(statements);
        this.conversions = new Conversions(statements);
    }

    @Test
    void givesTheFirstEntryIntoHighAndTheFirstWinAfterIt() {
        contact(1, day(0));
        score(1, LOW, day(1));
        score(1, HIGH, day(2));
        score(1, LOW, day(3));
        score(1, HIGH, day(4));
        deals(1, won(day(30)), won(day(20)), lost(day(10)), open(day(5)));
        contact(2, day(0));
        score(2, HIGH, day(2));
        contact(3, day(0));
        score(3, LOW, day(2));

        assertThat(firstHigh(day(0)))
                .containsExactly(new Conversion(1, day(2), day(20)), new Conversion(2, day(2), null));
    }

    @Test
    void leavesOutCustomersMergedContactsAndWhoWasHighBefore() {
        LongStream.rangeClosed(1, 5).forEach(id -> contact(id, day(0)));
        LongStream.rangeClosed(1, 4).forEach(id -> score(id, HIGH, day(2)));
        deals(1, won(day(2)), won(day(9)));
        mirror.markMerged(portal, 2, 3, day(5));
        mirror.markGone(portal, List.of(3L), day(5));
        score(5, HIGH, day(1));
        score(5, LOW, day(2));
        score(5, HIGH, day(3));

        assertThat(firstHigh(day(2))).extracting(Conversion::contactId).containsExactly(3L, 4L);
    }

    @Test
    void givesMoreThanAPage() {
        List<ScoreEntry> entries = LongStream.rangeClosed(1, 5_001)
                .mapToObj(id -> entry(id, HIGH, day(2)))
                .toList();
        scores.record(portal, 1, entries);

        assertThat(firstHigh(day(0)))
                .extracting(Conversion::contactId)
                .doesNotHaveDuplicates()
                .hasSize(5_001);
    }

    @Test
    void countsLeadsByCreationAndGivesThoseThatWereWon() {
        contact(1, day(9));
        contact(2, day(10));
        deals(2, won(day(40)), won(day(30)), lost(day(20)));
        contact(3, day(11));
        deals(3, lost(day(20)), open(day(20)));
        contact(4, day(12));
        deals(4, won(day(12)));
        contact(5, day(13));
        deals(5, won(day(30)));
        mirror.markGone(portal, List.of(5L), day(50));
        contact(6, day(20));
        deals(6, won(day(30)));

        assertThat(conversions.created(portal, day(10), day(20))).isEqualTo(3);
        assertThat(conversions.createdAndWon(portal, day(10), day(20)))
                .containsExactlyInAnyOrder(new Conversion(2, day(10), day(30)), new Conversion(4, day(12), day(12)));
    }

    @Test
    void knowsSinceWhenLeadsAreScored() {
        assertThat(conversions.firstScoring(portal)).isNull();

        weightSet(1, day(4), null);
        assertThat(conversions.firstScoring(portal)).isNull();

        weightSet(2, day(5), day(9));
        weightSet(3, day(6), day(6));
        assertThat(conversions.firstScoring(portal)).isEqualTo(day(5));
    }

    private List<Conversion> firstHigh(Instant since) {
        List<Conversion> found = new ArrayList<>();
        conversions.forEachFirstHigh(portal, since, found::add);
        return found;
    }

    private void weightSet(long id, Instant createdAt, @Nullable Instant promotedAt) {
        statements.update(
                "INSERT INTO weight_set (portal_id, id, created_at, model_version, live, promoted_at, content)"
                        + " VALUES (?, ?, ?, '1.0', FALSE, ?, '{}')",
                to -> to.number(portal).number(id).instant(createdAt).instant(promotedAt));
    }

    private void contact(long id, Instant createdAt) {
        mirror.upsert(portal, List.of(SampleFacts.bareContact(id, createdAt, createdAt)));
    }

    private void score(long id, int points, Instant at) {
        scores.record(portal, 1, List.of(entry(id, points, at)));
    }

    private static ScoreEntry entry(long id, int points, Instant at) {
        return new ScoreEntry(SampleScores.score(id, points, at), Set.of(Cause.NEW), at, Map.of(), null, 0);
    }

    private void deals(long contactId, DealFacts... deals) {
        mirror.upsert(portal, List.of(deals));
        links.replaceOfContacts(
                portal,
                ObjectType.DEALS,
                Map.of(
                        contactId,
                        List.of(deals).stream()
                                .map(deal -> new Link(deal.id(), false))
                                .toList()));
    }

    private DealFacts won(Instant closedAt) {
        return deal(Outcome.WON, closedAt);
    }

    private DealFacts lost(Instant closedAt) {
        return deal(Outcome.LOST, closedAt);
    }

    private DealFacts open(Instant closedAt) {
        return deal(Outcome.OPEN, closedAt);
    }

    private DealFacts deal(Outcome outcome, Instant closedAt) {
        return new DealFacts(
                nextDeal++, day(0), day(60), null, closedAt, "default", "stage", null, outcome, null, Map.of());
    }
}
