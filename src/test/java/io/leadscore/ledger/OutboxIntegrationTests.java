package io.leadscore.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;

@ParameterizedClass
@EnumSource
class OutboxIntegrationTests {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final long portal = TestLedger.newPortal();
    private final Outbox outbox;
    private final ActionLine line;
    private final ActionBook book;
    private final Assignments assignments;
    private final Statements statements;

    OutboxIntegrationTests(TestLedger ledger) {
        statements = ledger.statements();
        outbox = new Outbox(statements);
        line = new ActionLine(statements);
        book = new ActionBook(statements);
        assignments = new Assignments(statements);
    }

    @Test
    void givesBackWhatWasQueuedWithTheMoveThatSetItOff() {
        Crossing crossing = crossing(100, 3, 85, 9L);
        outbox.add(portal, List.of(crossing), List.of(action(100, 3, ActionKind.TASK, ActionState.PENDING)), NOW);

        QueuedAction queued = due(ActionKind.TASK).get(0);

        assertThat(queued.crossing()).isEqualTo(crossing);
        assertThat(queued.rule()).isEqualTo("rule");
        assertThat(queued.marker()).isEqualTo("ls-TASK-100-3");
        assertThat(queued.attempts()).isZero();
        assertThat(queued.sentAt()).isNull();
        assertThat(due(ActionKind.NOTE)).isEmpty();
    }

    @Test
    void keepsAReplayFromDoublingAnything() {
        NewAction task = action(100, 3, ActionKind.TASK, ActionState.PENDING);
        outbox.add(portal, List.of(crossing(100, 3, 85, null)), List.of(task), NOW);

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> outbox.add(portal, List.of(crossing(100, 3, 85, null)), List.of(task), NOW));
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> outbox.add(portal, List.of(), List.of(task), NOW));
    }

    @Test
    void waitsForItsTime() {
        outbox.add(
                portal,
                List.of(crossing(100, 1, 85, null)),
                List.of(new NewAction(
                        100, 1, "rule", 0, ActionKind.MAIL, "ls-1", ActionState.PENDING, NOW.plusSeconds(60))),
                NOW);

        assertThat(due(ActionKind.MAIL)).isEmpty();
        assertThat(outbox.due(portal, ActionKind.MAIL, NOW.plusSeconds(60), 10, false, Set.of()))
                .hasSize(1);
    }

    @Test
    void givesAnActionToOneCallOnly() {
        queue(ActionKind.TASK, 1, 2, 3);
        List<Long> ids = ids(due(ActionKind.TASK));

        assertThat(outbox.claim(portal, ids.subList(0, 2), "one", NOW))
                .containsExactlyInAnyOrderElementsOf(ids.subList(0, 2));
        assertThat(outbox.claim(portal, ids, "other", NOW)).containsExactly(ids.get(2));

        assertThat(due(ActionKind.TASK)).isEmpty();
        assertThat(outbox.sent(portal, ActionKind.TASK))
                .extracting(QueuedAction::claim)
                .containsExactlyInAnyOrder("one", "one", "other");
    }

    @Test
    void settlesOnlyWhatIsStillTheCallers() {
        queue(ActionKind.TASK, 1);
        long id = due(ActionKind.TASK).get(0).id();
        outbox.claim(portal, List.of(id), "mine", NOW);

        outbox.settle(portal, "somebody's", List.of(settlement(id, ActionState.FAILED, 1, NOW)), NOW);
        assertThat(outbox.sent(portal, ActionKind.TASK)).hasSize(1);

        Instant later = NOW.plus(Duration.ofMinutes(1));
        outbox.settle(portal, "mine", List.of(settlement(id, ActionState.PENDING, 1, later)), NOW);
        assertThat(due(ActionKind.TASK)).isEmpty();
        assertThat(outbox.due(portal, ActionKind.TASK, later, 10, false, Set.of()))
                .singleElement()
                .satisfies(action -> assertThat(action.attempts()).isEqualTo(1));

        outbox.claim(portal, List.of(id), "again", later);
        outbox.settle(portal, "mine", List.of(settlement(id, ActionState.FAILED, 2, later)), later);
        outbox.settle(portal, "again", List.of(settlement(id, ActionState.DONE, 1, later)), later);
        assertThat(book.list(portal, ActionFilter.in(EnumSet.of(ActionState.DONE)), 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.hubspotId()).isEqualTo("55"));
    }

    @Test
    void whatIsStillNotKnownWasSentAsLateAsItsAnswerWasGivenUp() {
        queue(ActionKind.TASK, 1);
        long id = due(ActionKind.TASK).get(0).id();
        outbox.claim(portal, List.of(id), "mine", NOW);

        outbox.settle(portal, "mine", List.of(settlement(id, ActionState.SENT, 1, NOW)), NOW.plusSeconds(30));

        QueuedAction sent = outbox.sent(portal, ActionKind.TASK).get(0);
        assertThat(sent.sentAt()).isEqualTo(NOW.plusSeconds(30));
        assertThat(sent.attempts()).isEqualTo(1);
    }

    @Test
    void makesOthersWaitForTheOwnerThatTheSameMoveMayGive() {
        outbox.add(
                portal,
                List.of(crossing(100, 1, 85, null)),
                List.of(
                        action(100, 1, ActionKind.ASSIGN, ActionState.PENDING),
                        action(100, 1, ActionKind.TASK, ActionState.PENDING)),
                NOW);
        QueuedAction assignment = due(ActionKind.ASSIGN).get(0);
        assertThat(due(ActionKind.TASK)).isEmpty();
        assertThat(outbox.due(portal, ActionKind.TASK, NOW, 10, true, Set.of())).hasSize(1);

        outbox.claim(portal, List.of(assignment.id()), "mine", NOW);
        assertThat(due(ActionKind.TASK)).isEmpty();

        outbox.settle(portal, "mine", List.of(settlement(assignment.id(), ActionState.DONE, 0, NOW)), NOW);
        outbox.own(portal, List.of(assignment), Map.of(assignment.id(), 42L));
        assertThat(due(ActionKind.TASK))
                .singleElement()
                .satisfies(task -> assertThat(task.crossing().ownerId()).isEqualTo(42));
    }

    @Test
    void cancelsWhatALaterMoveOvertook() {
        outbox.add(
                portal,
                List.of(crossing(100, 1, 85, null), crossing(100, 2, 60, null), crossing(200, 1, 85, null)),
                List.of(
                        action(100, 1, ActionKind.LIST, ActionState.PENDING),
                        action(100, 2, ActionKind.LIST, ActionState.PENDING),
                        action(200, 1, ActionKind.LIST, ActionState.PENDING)),
                NOW);

        assertThat(outbox.cancelOvertaken(portal, ActionKind.LIST, NOW)).isEqualTo(1);

        assertThat(due(ActionKind.LIST))
                .extracting(action -> action.crossing().sequence())
                .containsExactlyInAnyOrder(2L, 1L);
        assertThat(due(ActionKind.LIST)).extracting(QueuedAction::contactId).containsExactlyInAnyOrder(100L, 200L);
    }

    @Test
    void letsMovesOutOfTheLineAndCountsThemByOwnerAndDay() {
        outbox.add(
                portal,
                List.of(crossing(100, 1, 85, 9L), crossing(200, 1, 95, 9L), crossing(300, 1, 90, null)),
                List.of(
                        action(100, 1, ActionKind.TASK, ActionState.WAITING),
                        action(200, 1, ActionKind.TASK, ActionState.WAITING),
                        action(300, 1, ActionKind.ASSIGN, ActionState.WAITING)),
                NOW);
        List<WaitingAction> waiting = line.waiting(portal);
        assertThat(waiting)
                .extracting(one -> one.action().contactId())
                .as("best first")
                .containsExactly(200L, 300L, 100L);
        assertThat(due(ActionKind.TASK)).isEmpty();

        assignments.decide(portal, Map.of(waiting.get(1).action().id(), 7L));
        line.release(
                portal,
                TODAY,
                List.of(new ActionLine.Release(200, 1), new ActionLine.Release(300, 1)),
                Map.of(
                        waiting.get(0).action().id(),
                        NOW,
                        waiting.get(1).action().id(),
                        NOW));

        assertThat(due(ActionKind.TASK)).extracting(QueuedAction::contactId).containsExactly(200L);
        assertThat(due(ActionKind.ASSIGN)).singleElement().satisfies(action -> assertThat(action.assignee())
                .isEqualTo(7));
        assertThat(line.released(portal, TODAY)).isEqualTo(Map.of(9L, 1, 7L, 1));
        assertThat(line.released(portal, TODAY.plusDays(1))).isEmpty();
        assertThat(line.waiting(portal)).hasSize(1);
    }

    @Test
    void forgetsWhoLeftTheLine() {
        Standings standings = new Standings(statements);
        outbox.add(
                portal,
                List.of(crossing(100, 1, 85, 9L)),
                List.of(action(100, 1, ActionKind.TASK, ActionState.WAITING)),
                NOW);
        standings.put(portal, List.of(new ActionStanding(100, Priority.HIGH, NextBestAction.FOLLOW_UP, NOW, 1, null)));
        standings.fired(portal, List.of(new Firing(100, "rule", NOW), new Firing(100, "other", NOW)));

        line.cancel(portal, List.of(100L, 200L), NOW);

        assertThat(line.waiting(portal)).isEmpty();
        assertThat(book.counts(portal)).containsExactly(new ActionCount(ActionKind.TASK, ActionState.CANCELLED, 1));
        assertThat(standings.find(portal, List.of(100L)).get(100L))
                .satisfies(known -> assertThat(known.firedAt()).containsOnlyKeys("other"));
    }

    @Test
    void triesAgainWhatWasGivenUpWhenSomebodySaysSo() {
        queue(ActionKind.TASK, 1, 2, 3);
        List<Long> ids = ids(due(ActionKind.TASK));
        outbox.claim(portal, ids, "mine", NOW);
        outbox.settle(
                portal,
                "mine",
                List.of(
                        settlement(ids.get(0), ActionState.FAILED, 3, NOW),
                        settlement(ids.get(1), ActionState.UNKNOWN, 0, NOW),
                        settlement(ids.get(2), ActionState.DONE, 0, NOW)),
                NOW);

        ActionDecision retry = new ActionDecision(ActionDecision.Verb.RETRY, "ada", NOW);
        ActionFilter failed = ActionFilter.in(EnumSet.of(ActionState.FAILED));
        ActionFilter unknown = ActionFilter.in(EnumSet.of(ActionState.UNKNOWN));
        assertThat(book.count(portal, failed)).isEqualTo(1);
        assertThat(book.decide(portal, failed, retry)).isEqualTo(1);
        assertThat(due(ActionKind.TASK)).singleElement().satisfies(action -> assertThat(action.attempts())
                .isZero());
        assertThat(book.decide(portal, unknown, retry)).isEqualTo(1);
        assertThat(book.decide(portal, unknown, retry)).isZero();
        assertThat(due(ActionKind.TASK)).hasSize(2);
    }

    @Test
    void remembersWhatAnAdministratorWasTold() {
        queue(ActionKind.TASK, 1);
        List<Long> ids = ids(due(ActionKind.TASK));
        outbox.end(portal, ids, ActionState.FAILED, "NO_OWNER", "Nobody is there.", NOW);
        assertThat(book.untold(portal, 10))
                .containsExactly(new GivenUp(ActionKind.TASK, ActionState.FAILED, "Nobody is there.", 1));

        book.told(portal);

        assertThat(book.untold(portal, 10)).isEmpty();
    }

    @Test
    void keepsCreditsAndForgetsDecisions() {
        assignments.credit(portal, "all", Map.of(1L, 0.5, 2L, -0.5));
        assignments.credit(portal, "all", Map.of(2L, 0.25));
        assertThat(assignments.credits(portal, "all")).isEqualTo(Map.of(1L, 0.5, 2L, 0.25));
        assertThat(assignments.credits(portal, "other")).isEmpty();

        queue(ActionKind.ASSIGN, 1);
        long id = due(ActionKind.ASSIGN).get(0).id();
        assignments.decide(portal, Map.of(id, 42L));
        assertThat(due(ActionKind.ASSIGN).get(0).assignee()).isEqualTo(42);
        assignments.reconsider(portal, List.of(id));
        assertThat(due(ActionKind.ASSIGN).get(0).assignee()).isNull();
    }

    @Test
    void countsHighLeadsOfOwnersWithThoseThatWereAssignedAndNotReadBackYet() {
        Mirror mirror = new Mirror(statements);
        Scores scores = new Scores(statements);
        mirror.upsert(portal, List.of(SampleFacts.bareContact(1, NOW), SampleFacts.bareContact(2, NOW)));
        scores.record(portal, 1, List.of(entry(1, 85), entry(2, 30)));
        assertThat(assignments.openHighLeads(portal)).isEmpty();

        queue(ActionKind.ASSIGN, 1, 2);
        due(ActionKind.ASSIGN).forEach(action -> assignments.decide(portal, Map.of(action.id(), 42L)));

        assertThat(assignments.openHighLeads(portal)).isEqualTo(Map.of(42L, 1L));
    }

    private static ScoreEntry entry(long contactId, int points) {
        return new ScoreEntry(SampleScores.score(contactId, points, NOW), Set.of(Cause.NEW), NOW, Map.of(), null, 0);
    }

    private void queue(ActionKind kind, long... contactIds) {
        for (long id : contactIds) {
            outbox.add(
                    portal, List.of(crossing(id, 1, 85, null)), List.of(action(id, 1, kind, ActionState.PENDING)), NOW);
        }
    }

    private List<QueuedAction> due(ActionKind kind) {
        return outbox.due(portal, kind, NOW, 100, false, Set.of());
    }

    private static List<Long> ids(List<QueuedAction> actions) {
        return actions.stream().map(QueuedAction::id).toList();
    }

    private static Settlement settlement(long id, ActionState state, int attempts, Instant dueAt) {
        return new Settlement(id, state, attempts, NOW, dueAt, state == ActionState.DONE ? "55" : null, null, null);
    }

    private static NewAction action(long contactId, long sequence, ActionKind kind, ActionState state) {
        return new NewAction(
                contactId,
                sequence,
                "rule",
                kind == ActionKind.ASSIGN ? 1 : 0,
                kind,
                "ls-" + kind + "-" + contactId + "-" + sequence,
                state,
                NOW);
    }

    private static Crossing crossing(long contactId, long sequence, int points, @Nullable Long ownerId) {
        return new Crossing(
                contactId,
                sequence,
                NOW,
                7,
                60,
                Priority.MEDIUM,
                points,
                Priority.HIGH,
                NextBestAction.FOLLOW_UP,
                ownerId,
                "DE",
                "BY",
                120L,
                List.of("+ 9.0 of 10.0 points: attended 2 meetings"));
    }
}
