package io.leadscore.ledger;

import static io.leadscore.ledger.SampleFacts.bareContact;
import static io.leadscore.ledger.SampleFacts.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.lead.Link;
import io.leadscore.lead.ObjectType;
import io.leadscore.lead.Outcome;
import io.leadscore.scoring.ClosedDeal;
import io.leadscore.scoring.Priority;
import io.leadscore.scoring.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class ScoresIntegrationTests {

    private final long portal = TestLedger.newPortal();
    private final Mirror mirror;
    private final Links links;
    private final Touches touches;
    private final Scores scores;

    ScoresIntegrationTests(TestLedger ledger) {
        Statements statements = ledger.statements();
        this.mirror = new Mirror(statements);
        this.links = new Links(statements);
        this.touches = new Touches(statements);
        this.scores = new Scores(statements);
    }

    @Test
    void givesBackAScoreWithItsExplanation() {
        Score score = SampleScores.score(1, 61, day(10));

        scores.record(portal, 5, List.of(entry(score)));

        assertThat(scores.find(portal, 1)).isEqualTo(new StoredScore(score, day(10), 5));
        assertThat(scores.find(portal, 2)).isNull();
    }

    @Test
    void knowsWhatWasWritten() {
        scores.record(portal, 5, List.of(entry(SampleScores.score(1, 61, day(10)))));

        assertThat(scores.written(portal, List.of(1L, 2L)))
                .isEqualTo(Map.of(1L, new WrittenScore(1, 61, day(10), Map.of("ai_lead_score", "61"), day(11), 2)));
    }

    @Test
    void addsToTheHistoryOnlyWhatDiffers() {
        scores.record(portal, 5, List.of(entry(SampleScores.score(1, 61, day(10)))));
        scores.record(portal, 6, List.of(entry(SampleScores.score(1, 61, day(11)))));
        scores.record(portal, 7, List.of(entry(SampleScores.score(1, 70, day(12)))));

        List<HistoryEntry> history = scores.history(portal, 1, 10);

        assertThat(history).extracting(HistoryEntry::executionId).containsExactly(7L, 5L);
        assertThat(history).extracting(HistoryEntry::points).containsExactly(70, 61);
        assertThat(history.get(0).causes()).containsExactlyInAnyOrder(Cause.DEAL, Cause.CONTACT);
        assertThat(history.get(0).signals()).containsEntry("industry", 0.8).containsEntry("country", null);
        assertThat(history.get(0).signals()).doesNotContainKey("rounding");
    }

    @Test
    void ranksAndCountsLiveContactsOnly() {
        mirror.upsert(portal, List.of(bareContact(1, day(1)), bareContact(2, day(1)), bareContact(3, day(1))));
        scores.record(
                portal,
                5,
                List.of(
                        entry(SampleScores.score(3, 90, day(9))),
                        entry(SampleScores.score(1, 20, day(9))),
                        entry(SampleScores.score(2, 80, day(9)))));
        mirror.markGone(portal, List.of(3L), day(9));

        assertThat(scores.best(portal, 5))
                .extracting(one -> one.score().contactId())
                .containsExactly(2L, 1L);
        assertThat(scores.best(portal, 1)).hasSize(1);
        assertThat(scores.distribution(portal))
                .isEqualTo(Map.of(Priority.HIGH, 1L, Priority.MEDIUM, 0L, Priority.LOW, 1L));
    }

    @Test
    void tellsHowTheScoresOfLiveContactsSpread() {
        mirror.upsert(
                portal,
                List.of(
                        bareContact(1, day(1)),
                        bareContact(2, day(1)),
                        bareContact(3, day(1)),
                        bareContact(4, day(1))));
        scores.record(
                portal,
                5,
                List.of(
                        entry(SampleScores.score(1, 9, day(9))),
                        entry(SampleScores.score(2, 10, day(9))),
                        entry(SampleScores.score(3, 100, day(9))),
                        entry(SampleScores.score(4, 90, day(9)))));
        mirror.markGone(portal, List.of(4L), day(9));

        ScoreSpread spread = scores.spread(portal);

        assertThat(spread.tens()).containsExactly(1L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L);
        assertThat(spread.priorities()).isEqualTo(Map.of(Priority.HIGH, 1L, Priority.MEDIUM, 0L, Priority.LOW, 2L));
        assertThat(spread.withoutLearntProbability()).isEqualTo(3);
        assertThat(spread.leads()).isEqualTo(3);
        assertThat(scores.spread(TestLedger.newPortal()).leads()).isZero();
    }

    @Test
    void touchesOnlyTheScoredAndTheDue() {
        mirror.upsert(portal, List.of(bareContact(1, day(1)), bareContact(2, day(1))));
        scores.record(portal, 5, List.of(entry(SampleScores.score(1, 20, day(9)))));

        touches.touchScored(portal, List.of(1L, 2L), Cause.COMPANY);
        assertThat(touches.next(portal, 0, 10)).extracting(Touched::contactId).containsExactly(1L);

        assertThat(touches.touchDue(portal, SampleScores.dueOf(day(9)).minusMillis(1), 1, 10))
                .isZero();
        assertThat(touches.touchDue(portal, SampleScores.dueOf(day(9)), 1, 10)).isEqualTo(1);
        assertThat(touches.next(portal, 0, 10).get(0).causes()).containsExactlyInAnyOrder(Cause.COMPANY, Cause.TIME);
    }

    @Test
    void otherWeightsMakeScoresDueSoManyAtATime() {
        mirror.upsert(portal, List.of(bareContact(1, day(1)), bareContact(2, day(1)), bareContact(3, day(1))));
        scores.record(
                portal,
                5,
                List.of(
                        entry(SampleScores.score(1, 20, day(9))),
                        entry(SampleScores.score(2, 20, day(9))),
                        entry(SampleScores.score(3, 20, day(9)))));

        assertThat(scores.makeDue(portal, 1, day(9))).isZero();
        assertThat(scores.makeDue(portal, 2, day(9))).isEqualTo(3);
        assertThat(scores.makeDue(portal, 2, day(9))).isZero();
        assertThat(touches.touchDue(portal, day(9), 2, 2)).isEqualTo(2);
        assertThat(touches.next(portal, 0, 10)).hasSize(2).allSatisfy(touched -> assertThat(touched.causes())
                .containsExactly(Cause.WEIGHTS));
    }

    @Test
    void givesClosedDealsWithTheirFirstLiveContactAndItsCompany() {
        mirror.upsert(portal, List.of(bareContact(1, day(1)), bareContact(2, day(1)), bareContact(3, day(1))));
        mirror.upsert(portal, List.of(SampleFacts.company(10, day(1), 5)));
        mirror.upsert(
                portal,
                List.of(
                        SampleFacts.deal(20, day(1), Outcome.WON),
                        SampleFacts.deal(21, day(1), Outcome.OPEN),
                        SampleFacts.deal(22, day(1), Outcome.LOST)));
        links.replaceOfObjects(
                portal,
                ObjectType.DEALS,
                Map.of(20L, List.of(new Link(3, false), new Link(2, false), new Link(1, false))));
        links.replaceOfContacts(portal, ObjectType.COMPANIES, Map.of(2L, List.of(new Link(10, true))));
        mirror.markGone(portal, List.of(1L), day(2));
        List<ClosedDeal> closed = new ArrayList<>();
        List<Long> open = new ArrayList<>();

        mirror.forEachClosedDeal(portal, closed::add);
        mirror.forEachOpenDeal(portal, deal -> open.add(deal.id()));

        assertThat(closed)
                .containsExactly(
                        new ClosedDeal(
                                SampleFacts.deal(20, day(1), Outcome.WON),
                                bareContact(2, day(1)),
                                SampleFacts.company(10, day(1), 5)),
                        new ClosedDeal(SampleFacts.deal(22, day(1), Outcome.LOST), null, null));
        assertThat(open).containsExactly(21L);
    }

    private static ScoreEntry entry(Score score) {
        return new ScoreEntry(
                score,
                Set.of(Cause.DEAL, Cause.CONTACT),
                score.asOf(),
                Map.of("ai_lead_score", String.valueOf(score.points())),
                day(11),
                2);
    }
}
