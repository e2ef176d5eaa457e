package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.ledger.LedgerConfiguration;
import io.leadscore.ledger.Role;
import io.leadscore.ledger.RunReport;
import io.leadscore.ledger.RunReports;
import io.leadscore.recalibration.RecalibrationConfiguration;
import io.leadscore.sandbox.RecordType;
import io.leadscore.sandbox.Sandbox;
import io.leadscore.sandbox.SandboxOptions;
import io.leadscore.schedule.ScheduleConfiguration;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.jdbc.core.JdbcOperations;

/** A server that starts long before the next firing, where another process ended in the middle of its runs. */
class TakeOverFunctionalTests {

    private static final String DELTA = RunCommand.DELTA_SCORING;
    private static final String WEEKLY = RunCommand.WEIGHT_RECALIBRATION;

    // Quartz goes by the system's clock.
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.empty(InstantSource.system()));
    private final StringWriter err = new StringWriter();
    private final Surroundings surroundings;

    TakeOverFunctionalTests(@TempDir Path home) {
        this.surroundings = SandboxSurroundings.of(
                home, sandbox, new StringWriter(), err, InstantSource.system(), "LEAD_SCORE_HOME", home.toString());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void runsBothJobsAgainWithoutWaitingForTheirFirings() throws Exception {
        sandbox.crm().create(RecordType.CONTACTS, Map.of("email", "ada@example.com", "lifecyclestage", "lead"));
        run("setup");
        run("run", DELTA);
        run("run", WEEKLY);
        try (Rooms server = serve()) {
            await(() -> firings(server) == 2);
        }
        List<RunReport> before = endOfTheProcessInTheMiddle();

        try (Rooms server = serve()) {
            RunReports reports = server.door(RunReports.class);
            await(() -> ended(reports, DELTA) > ended(before, DELTA) && ended(reports, WEEKLY) > ended(before, WEEKLY));

            assertThat(firings(server)).isZero();
            assertThat(server.door(JdbcOperations.class).queryForObject("SELECT MIN(epoch) FROM lease", Long.class))
                    .isGreaterThan(1);
        }
    }

    /** What a process leaves in the leases that ended so; and what was told before. */
    private List<RunReport> endOfTheProcessInTheMiddle() {
        try (Rooms rooms = Rooms.openToLook(surroundings.settings(), surroundings.clock(), LedgerConfiguration.class)) {
            int left = rooms.door(JdbcOperations.class)
                    .update("UPDATE lease SET holder_id = 'gone', expires_at = 0 WHERE holder_id IS NULL");
            assertThat(left).isEqualTo(2);
            return rooms.door(RunReports.class).recent(100);
        }
    }

    private Rooms serve() {
        return RunCommand.openJobRooms(
                surroundings.settings(),
                surroundings,
                Role.SERVE,
                RecalibrationConfiguration.class,
                ScheduleConfiguration.class);
    }

    private void run(String... arguments) {
        assertThat(CommandLineInterface.run(arguments, surroundings))
                .as(err.toString())
                .isZero();
    }

    private static int firings(Rooms server) {
        try {
            return server.door(Scheduler.class).getMetaData().getNumberOfJobsExecuted();
        } catch (SchedulerException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static long ended(RunReports reports, String job) {
        return ended(reports.recent(100), job);
    }

    private static long ended(List<RunReport> reports, String job) {
        return reports.stream()
                .filter(report -> report.job().equals(job) && report.status().equals("COMPLETED"))
                .count();
    }

    private static void await(BooleanSupplier reached) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("reached in time").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
