package io.leadscore.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadscore.lead.ContactFacts;
import io.leadscore.ledger.LeaseLostException;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.RunReport;
import io.leadscore.ledger.RunReports;
import io.leadscore.report.RunInProgressException;
import io.leadscore.sandbox.FaultKind;
import io.leadscore.sandbox.FaultRule;
import io.leadscore.sandbox.PropertyDefinition;
import io.leadscore.sandbox.RecordType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.JdbcOperations;

/** Runs that are not left in peace: stopped, killed, started twice. */
class InterruptedRunFunctionalTests extends DeltaJobFixture {

    @Test
    void refusesASecondRunWhileOneIsInProgress() throws Exception {
        contacts(10);
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        sandbox.faults().runBefore(UPDATE, 0, () -> {
            reached.countDown();
            await(goOn);
        });

        CompletableFuture<RunOutcome> first = CompletableFuture.supplyAsync(this::run);
        await(reached);
        assertThatThrownBy(this::run).isInstanceOf(RunInProgressException.class);
        goOn.countDown();

        assertThat(first.get(1, TimeUnit.MINUTES).status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(run().status()).isEqualTo(RunOutcome.Status.COMPLETED);
    }

    @Test
    void endsAtAChunksEndWhenTheProcessIsToldToStopAndGoesOnFromThere() throws Exception {
        contacts(1_700);
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        sandbox.faults().runBefore(UPDATE, 0, () -> {
            reached.countDown();
            await(goOn);
        });

        CompletableFuture<RunOutcome> run = CompletableFuture.supplyAsync(this::run);
        await(reached);
        leadscore().door(CleanStop.class).requestStop();
        goOn.countDown();
        RunOutcome stopped = run.get(1, TimeUnit.MINUTES);
        int written = scores().size();
        RunOutcome resumed = run();

        assertThat(stopped.status()).isEqualTo(RunOutcome.Status.STOPPED);
        assertThat(written).isBetween(1, 1_699);
        assertThat(resumed.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(resumed.report().counts()).containsEntry("leads written", 1_700L - written);
        assertThat(scores()).hasSize(1_700);
    }

    @Test
    void recoversARunWhoseProcessWasKilledAndScoresWhatItPulled() {
        contacts(30);
        clock.advance(Duration.ofMinutes(10));
        sandbox.faults().add(FaultKind.UNAVAILABLE, UPDATE, 3);
        long killed = run().executionId();
        pretendKilled(killed);

        RunOutcome next = run();

        assertThat(next.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(scores()).hasSize(30);
        assertThat(next.report().counts()).doesNotContainKey("contacts read");
        assertThat(leadscore().door(JobRepository.class).getJobExecution(killed))
                .extracting(JobExecution::getStatus)
                .isEqualTo(BatchStatus.FAILED);
    }

    @Test
    void keepsWhatARunReportedWhoseProcessWasKilledRightAfterwards() {
        contacts(30);
        RunReport report = run().report();
        pretendKilled(report.executionId());

        assertThat(run().status()).isEqualTo(RunOutcome.Status.COMPLETED);

        assertThat(leadscore().door(RunReports.class).find(report.executionId()))
                .isEqualTo(report);
        assertThat(leadscore().door(RunReports.class).recent(2))
                .extracting(RunReport::status)
                .containsOnly("COMPLETED");
    }

    /** As a machine that slept: when it wakes in the middle of a back-off, its successor has been at work. */
    @Test
    void sendsAndRecordsNothingMoreOnceAnotherHasTakenItOver() {
        contacts(30);
        JdbcOperations database = leadscore().door(JdbcOperations.class);
        sandbox.faults().runBefore(UPDATE, 0, () -> {
            database.update("UPDATE lease SET epoch = epoch + 1, holder_id = 'successor'");
            clock.advance(Duration.ofMinutes(1));
            throw new IllegalStateException("No answer: the call is repeated");
        });

        assertThatThrownBy(this::run).isInstanceOf(LeaseLostException.class);
        assertThat(scores()).isEmpty();
        assertThat(leadscore().door(RunReports.class).recent(1).get(0).status()).isEqualTo("STARTED");
        assertThat(leadscore().door(DeltaScoring.class).isOrphaned()).isFalse();
        database.update("UPDATE lease SET expires_at = 0");
        assertThat(leadscore().door(DeltaScoring.class).isOrphaned()).isTrue();

        assertThat(run().status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(scores()).hasSize(30);
        assertThat(leadscore().door(RunReports.class).recent(2))
                .extracting(RunReport::status)
                .containsExactly("COMPLETED", "FAILED");
        assertThat(leadscore().door(DeltaScoring.class).isOrphaned()).isFalse();
    }

    @Test
    void pullsWhatIsNewHoweverOftenARunIsKilledWhileItScores() {
        List<Long> contacts = contacts(30);
        for (int kill = 0; kill < 4; kill++) {
            clock.advance(Duration.ofMinutes(1));
            crm.update(RecordType.CONTACTS, contacts.get(kill), Map.of("lifecyclestage", "opportunity"));
            sandbox.faults().clear();
            sandbox.faults().add(FaultKind.UNAVAILABLE, UPDATE, 3);
            pretendKilled(run().executionId());

            assertThat(mirrored(contacts.get(kill)).lifecycleStage()).isEqualTo("opportunity");
        }

        RunOutcome last = run();

        assertThat(last.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(scores()).hasSize(30);
        assertThat(points(contacts.get(3))).isEqualTo(points(contacts.get(0)));
    }

    @Test
    void pullsOnlyWhatChangedSinceAFirstSyncThatWasKilledWhileItScored() {
        List<Long> contacts = contacts(450);
        clock.advance(Duration.ofHours(1));
        sandbox.faults().add(FaultKind.UNAVAILABLE, UPDATE, 15);
        run();
        clock.advance(Duration.ofMinutes(1));
        crm.update(RecordType.CONTACTS, contacts.get(0), Map.of("lifecyclestage", "opportunity"));

        sandbox.faults().clear();
        RunOutcome next = run();

        assertThat(next.report().counts()).containsEntry("contacts read", 1L).containsEntry("leads written", 450L);
        assertThat(points(contacts.get(0))).isNotEqualTo(points(contacts.get(1)));
    }

    @Test
    void goesOnWhereItWasKilledWhileItPulled() {
        contacts(2_500);
        sandbox.faults()
                .add(FaultRule.of(FaultKind.UNAVAILABLE, "POST /crm/objects/*/contacts/search", 3)
                        .afterSkipping(9));
        RunOutcome failed = run();
        sandbox.faults().clear();

        RunOutcome next = run();

        assertThat(failed.status()).isEqualTo(RunOutcome.Status.FAILED);
        assertThat(next.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(next.report().counts().get("contacts read")).isLessThan(2_500);
        assertThat(scores()).hasSize(2_500);
    }

    private ContactFacts mirrored(long contact) {
        return leadscore()
                .door(Mirror.class)
                .leads(portal, List.of(contact), clock.instant())
                .get(0)
                .contact();
    }

    @Test
    void startsAfreshInsteadOfResumingWhenTheProfileWasEdited() {
        crm.define(RecordType.CONTACTS, PropertyDefinition.custom("tier__c", "enumeration", List.of("gold", "tin")));
        long gold = crm.create(RecordType.CONTACTS, Map.of("tier__c", "gold"));
        long tin = crm.create(RecordType.CONTACTS, Map.of("tier__c", "tin"));
        sandbox.faults().add(FaultKind.UNAVAILABLE, UPDATE, 3);
        long failed = run().executionId();

        restartWith(Profiles.withContactCategory("tier", "tier__c", Map.of("gold", 1.0, "tin", 0.0)));
        assertThatThrownBy(() -> leadscore().door(DeltaScoring.class).relaunch(failed, RunRequest.unattended()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("profile was edited");
        RunOutcome next = run();

        assertThat(next.report().counts()).containsKey("contacts read");
        assertThat(points(gold)).isGreaterThan(points(tin));
    }

    @Test
    void relaunchesOnlyWhatIsNotFinishedYet() {
        contacts(3);
        sandbox.faults().add(FaultKind.UNAVAILABLE, UPDATE, 3);
        long failed = run().executionId();
        run();

        assertThatThrownBy(() -> leadscore().door(DeltaScoring.class).relaunch(failed, RunRequest.unattended()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("COMPLETED");
        assertThatThrownBy(() -> leadscore().door(DeltaScoring.class).stop(4_711))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no execution 4711.");
    }

    @Test
    void repeatsNothingWhenAnAnswerWasLost() {
        contacts(30);
        sandbox.faults().add(FaultKind.RESET_AFTER, UPDATE, 3);

        RunOutcome lost = run();
        Map<Long, Map<String, String>> written = scores();
        RunOutcome next = run();

        assertThat(lost.status()).isEqualTo(RunOutcome.Status.FAILED);
        assertThat(next.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(scores().keySet()).isEqualTo(written.keySet());
        assertThat(points(written.keySet().iterator().next())).isPositive();
    }

    /** As kill -9 leaves an execution: started, never ended. */
    private void pretendKilled(long executionId) {
        JobRepository jobRepository = leadscore().door(JobRepository.class);
        JobExecution execution = Objects.requireNonNull(jobRepository.getJobExecution(executionId));
        execution.setStatus(BatchStatus.STARTED);
        jobRepository.update(execution);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
