package io.leadscore.ledger;

import static io.leadscore.ledger.SampleFacts.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.lead.ObjectType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Watermarks, account state, run reports and rejections. */
@ParameterizedClass
@EnumSource
class RecordsIntegrationTests {

    private final long portal = TestLedger.newPortal();
    private final Statements statements;

    RecordsIntegrationTests(TestLedger ledger) {
        this.statements = ledger.statements();
    }

    @Test
    void movesWatermarksByType() {
        Watermarks watermarks = new Watermarks(statements);
        watermarks.advance(portal, Map.of(ObjectType.DEALS, day(1), ObjectType.NOTES, day(2)), Set.of());
        watermarks.advance(portal, Map.of(ObjectType.DEALS, day(3)), Set.of(ObjectType.DEALS));

        assertThat(watermarks.get(portal, ObjectType.DEALS)).isEqualTo(day(3));
        assertThat(watermarks.get(portal, ObjectType.NOTES)).isEqualTo(day(2));
        assertThat(watermarks.get(portal, ObjectType.TASKS)).isNull();
    }

    @Test
    void confirmsAnEmptyWindowByTheNextOne() {
        Watermarks watermarks = new Watermarks(statements);
        Set<ObjectType> notes = Set.of(ObjectType.NOTES);
        watermarks.advance(portal, Map.of(ObjectType.NOTES, day(1)), notes);
        assertThat(watermarks.confirmed(portal, ObjectType.NOTES)).isEqualTo(day(1));

        watermarks.advance(portal, Map.of(ObjectType.NOTES, day(2)), notes);
        assertThat(watermarks.confirmed(portal, ObjectType.NOTES)).isEqualTo(day(1));
        watermarks.advance(portal, Map.of(ObjectType.NOTES, day(3)), notes);
        assertThat(watermarks.confirmed(portal, ObjectType.NOTES)).isEqualTo(day(2));
        watermarks.advance(portal, Map.of(ObjectType.NOTES, day(4)), Set.of());
        assertThat(watermarks.confirmed(portal, ObjectType.NOTES)).isEqualTo(day(4));
    }

    @Test
    void remembersTheAccount() {
        AccountState state = new AccountState(statements);
        state.put(portal, "time-zone", "UTC", day(1));
        state.put(portal, "time-zone", "Europe/Berlin", day(2));
        state.rememberToken("fingerprint of " + portal, portal);
        state.rememberToken("fingerprint of " + portal, portal);

        assertThat(state.get(portal, "time-zone")).isEqualTo("Europe/Berlin");
        assertThat(state.changedAt(portal, "time-zone")).isEqualTo(day(2));
        assertThat(state.get(portal, "currency")).isNull();
        assertThat(state.portalOf("fingerprint of " + portal)).isEqualTo(portal);
        assertThat(state.portalOf("another")).isNull();
    }

    @Test
    void keepsTheLastReportOfEachExecution() {
        RunReports reports = new RunReports(statements);
        RunReport running = report(portal * 10, null);
        RunReport ended = report(portal * 10, day(3));
        reports.save(running);
        reports.save(ended);
        reports.save(report(portal * 10 + 1, null));

        assertThat(reports.find(portal * 10)).isEqualTo(ended);
        assertThat(reports.find(-1)).isNull();
        assertThat(reports.recent(2)).extracting(RunReport::executionId).containsExactly(portal * 10 + 1, portal * 10);
    }

    @Test
    void remembersRejectionsUntilTheyAreResolved() {
        Rejections rejections = new Rejections(statements);
        RejectedLead first = new RejectedLead(1, "INVALID_OPTION", List.of("ai_lead_fit", "ai_lead_score"), "Set up.");
        RejectedLead second = new RejectedLead(2, "CONFLICT", List.of(), "Wait.");
        rejections.record(portal, portal, List.of(first, second), "2026-09", day(1));

        rejections.clear(portal, List.of(2L));

        assertThat(rejections.ofExecution(portal)).containsExactly(first, second);
        assertThat(rejections.unresolved(portal)).containsExactly(1L);
    }

    @Test
    void triesWhatWasRefusedInAnotherWayOnce() {
        Rejections rejections = new Rejections(statements);
        RejectedLead refused = new RejectedLead(1, "MISSING_CONDITIONAL_REQUIRED_PROPERTY", List.of(), "Lower it.");
        rejections.record(portal, portal, List.of(refused), "2026-09", day(1));

        assertThat(rejections.retryUnlessRefusedBy(portal, "2026-09")).isEmpty();
        assertThat(rejections.retryUnlessRefusedBy(portal, "2026-03")).containsExactly(1L);
        assertThat(rejections.retryUnlessRefusedBy(portal, "2026-03")).isEmpty();
    }

    private RunReport report(long executionId, @Nullable Instant endedAt) {
        return new RunReport(
                executionId,
                portal,
                "delta-scoring",
                endedAt == null ? "STARTED" : "COMPLETED",
                day(2 + portal),
                endedAt,
                Map.of("pulled", 7L),
                Map.of("window", "first"));
    }
}
