package io.leadscore.ledger;

import static io.leadscore.ledger.SampleFacts.bareContact;
import static io.leadscore.ledger.SampleFacts.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.lead.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class TouchesIntegrationTests {

    private static final int THREADS = 10;

    private final TestLedger ledger;
    private final long portal = TestLedger.newPortal();
    private final Touches touches;

    TouchesIntegrationTests(TestLedger ledger) {
        this.ledger = ledger;
        this.touches = new Touches(ledger.statements());
    }

    @Test
    void givesEachContactOnceWithAllItsCauses() {
        touches.touch(portal, List.of(2L, 1L), Cause.CONTACT);
        touches.touch(portal, List.of(2L, 3L), Cause.DEAL);

        List<Touched> next = touches.next(portal, 0, 2);

        assertThat(next).extracting(Touched::contactId).containsExactly(1L, 2L);
        assertThat(next.get(1).causes()).containsExactlyInAnyOrder(Cause.CONTACT, Cause.DEAL);
        assertThat(touches.next(portal, 2, 2)).extracting(Touched::contactId).containsExactly(3L);
        assertThat(touches.count(portal)).isEqualTo(3);
        assertThat(touches.count(portal, Cause.DEAL)).isEqualTo(2);
        assertThat(touches.count(portal, Cause.NEW)).isZero();
    }

    /** A company may have more contacts than H2 takes in an array. */
    @Test
    void looksThroughMoreContactsThanAnArrayHolds() {
        touches.touchScored(portal, LongStream.rangeClosed(1, 70_000).boxed().toList(), Cause.COMPANY);

        assertThat(touches.count(portal)).isZero();
    }

    @Test
    void gathersAContactThatWasTouchedMoreOftenThanAPageIsLong() {
        for (int i = 0; i < 9; i++) {
            touches.touch(portal, List.of(1L), Cause.ENGAGEMENT);
        }
        touches.touch(portal, List.of(2L), Cause.ENGAGEMENT);

        List<Touched> next = touches.next(portal, 0, 1);

        assertThat(next).hasSize(1);
        assertThat(next.get(0).sequences()).hasSize(9);
    }

    @Test
    void clearsWhatWasReadAndKeepsWhatCameMeanwhile() {
        touches.touch(portal, List.of(1L, 2L), Cause.CONTACT);
        List<Touched> read = touches.next(portal, 0, 10);
        touches.touch(portal, List.of(1L), Cause.DEAL);

        touches.clear(portal, read);

        assertThat(touches.next(portal, 0, 10)).extracting(Touched::contactId).containsExactly(1L);
        assertThat(touches.next(portal, 0, 10).get(0).causes()).containsExactly(Cause.DEAL);
    }

    @Test
    void touchesEveryLiveContact() {
        Mirror mirror = new Mirror(ledger.statements());
        mirror.upsert(portal, List.of(bareContact(1, day(1)), bareContact(2, day(1))));
        mirror.markGone(portal, List.of(1L), day(2));

        assertThat(touches.touchAll(portal, Cause.WEIGHTS)).isEqualTo(1);

        assertThat(touches.next(portal, 0, 10)).extracting(Touched::contactId).containsExactly(2L);
    }

    @Test
    void losesNothingWhenManyThreadsTouchTheSameContacts() throws Exception {
        List<Long> ids = LongStream.rangeClosed(1, 200).boxed().toList();
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            work.add(() -> {
                for (int i = 0; i < 5; i++) {
                    ledger.transactions().executeWithoutResult(status -> touches.touch(portal, ids, Cause.ENGAGEMENT));
                }
                return true;
            });
        }

        inParallel(work);

        List<Touched> next = touches.next(portal, 0, 1_000);
        assertThat(next).hasSize(ids.size());
        assertThat(next).allSatisfy(one -> assertThat(one.sequences()).hasSize(5 * THREADS));
    }

    @Test
    void writesTypesInParallel() throws Exception {
        Mirror mirror = new Mirror(ledger.statements());
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            long modified = round;
            work.add(() -> written(
                    mirror,
                    LongStream.range(0, 500)
                            .mapToObj(id -> bareContact(id, day(modified)))
                            .toList()));
            work.add(() -> written(
                    mirror,
                    LongStream.range(0, 500)
                            .mapToObj(id -> SampleFacts.note(id, day(modified)))
                            .toList()));
            work.add(() -> written(
                    mirror,
                    LongStream.range(0, 500)
                            .mapToObj(id -> SampleFacts.task(id, day(modified)))
                            .toList()));
        }

        inParallel(work);

        assertThat(mirror.leads(portal, List.of(7L), day(9)).get(0).contact().modifiedAt())
                .isIn(day(0), day(1), day(2), day(3));
    }

    private boolean written(Mirror mirror, List<? extends Facts> facts) {
        return Boolean.TRUE.equals(ledger.transactions()
                .execute(status -> !mirror.upsert(portal, facts).isEmpty()));
    }

    private static void inParallel(List<Callable<Boolean>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<Boolean> done : threads.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
