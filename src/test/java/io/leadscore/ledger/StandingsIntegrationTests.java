package io.leadscore.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class StandingsIntegrationTests {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final long portal = TestLedger.newPortal();
    private final Standings standings;
    private final Statements statements;

    StandingsIntegrationTests(TestLedger ledger) {
        statements = ledger.statements();
        standings = new Standings(statements);
    }

    @Test
    void findsWhereLeadsStandWithAllThatWasDone() {
        ActionStanding one = new ActionStanding(1, Priority.HIGH, NextBestAction.CLOSE, NOW, 3, null);
        ActionStanding two =
                new ActionStanding(2, Priority.LOW, NextBestAction.NURTURE, NOW, 1, LocalDate.of(2026, 11, 20));
        standings.put(portal, List.of(two, one));
        standings.fired(portal, List.of(new Firing(1, "a", NOW), new Firing(1, "b", NOW.minusSeconds(60))));
        standings.fired(portal, List.of(new Firing(1, "b", NOW.plusSeconds(60))));

        assertThat(standings.find(portal, List.of(1L, 2L, 3L)))
                .isEqualTo(Map.of(
                        1L,
                        new KnownStanding(one, Map.of("a", NOW, "b", NOW.plusSeconds(60))),
                        2L,
                        new KnownStanding(two, Map.of())));
        assertThat(standings.count(portal)).isEqualTo(2);
    }

    @Test
    void movesLeads() {
        standings.put(portal, List.of(new ActionStanding(1, Priority.LOW, NextBestAction.NURTURE, NOW, 1, null)));
        ActionStanding moved = new ActionStanding(1, Priority.HIGH, NextBestAction.CLOSE, NOW.plusSeconds(1), 2, null);

        standings.put(portal, List.of(moved));

        assertThat(standings.find(portal, List.of(1L)).values())
                .extracting(KnownStanding::standing)
                .containsExactly(moved);
    }

    @Test
    void listsLiveLeadsBestFirst() {
        Mirror mirror = new Mirror(statements);
        Scores scores = new Scores(statements);
        for (long id = 1; id <= 3; id++) {
            mirror.upsert(portal, List.of(SampleFacts.bareContact(id, NOW)));
            scores.record(
                    portal,
                    1,
                    List.of(new ScoreEntry(
                            SampleScores.score(id, (int) (20 * id), NOW), Set.of(Cause.NEW), NOW, Map.of(), null, 0)));
            standings.put(portal, List.of(new ActionStanding(id, Priority.LOW, NextBestAction.NURTURE, NOW, 1, null)));
        }
        mirror.markGone(portal, List.of(3L), NOW);
        standings.fired(portal, List.of(new Firing(1, "a", NOW)));

        List<LeadStanding> all = standings.all(portal);

        assertThat(all).extracting(LeadStanding::contactId).containsExactly(2L, 1L);
        assertThat(all.get(0).points()).isEqualTo(40);
        assertThat(all.get(1).known().firedAt()).isEqualTo(Map.of("a", NOW));
    }
}
