package io.leadscore.ai;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.ledger.AiBatch;
import io.leadscore.ledger.AiBatches;
import io.leadscore.ledger.AiSpending;
import io.leadscore.ledger.AiUse;
import io.leadscore.ledger.AnswerKey;
import io.leadscore.sandbox.AiBehaviour;
import io.leadscore.sandbox.FaultKind;
import io.leadscore.scoring.FitProfile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BatchFillFunctionalTests extends AnalystFixture {

    private static final String UPLOAD = "POST /openai/v1/files";
    private static final String CREATE = "POST /openai/v1/batches";
    private static final String LOOK = "GET /openai/v1/batches/*";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final AiSettings settings = settings(sandbox.openAiKey(), requests(25, 100), AiMoney.DEFAULT);

    @Test
    void fillsByABatchAndAsksNobodyMeanwhile() {
        openAi.completeBatchesAfterGets(2);
        List<FitProfile> profiles = profiles(220);

        AnalysisReport made = analyse(analyst(settings), profiles);

        assertThat(made.trouble()).isNull();
        assertThat(made.count("AI profiles in a batch")).isEqualTo(220);
        assertThat(openAi.bodies(UPLOAD)).hasSize(1);
        assertThat(openAi.bodies(CREATE)).hasSize(1);
        assertThat(openAi.bodies(CHAT)).isEmpty();
        long reserved = spent();

        AnalysisReport waiting = analyse(analyst(settings), profiles);
        assertThat(waiting.count("AI profiles in a batch")).isEqualTo(220);
        assertThat(waiting.count("AI requests")).isEqualTo(1);
        analyse(analyst(settings), profiles);
        assertThat(answered()).isZero();

        AnalysisReport done = analyse(analyst(settings), profiles);

        assertThat(done.trouble()).isNull();
        assertThat(done.count("AI answers")).isEqualTo(220);
        assertThat(done.count("AI cache hits")).isEqualTo(220);
        assertThat(answered()).isEqualTo(220);
        assertThat(openAi.bodies(CHAT)).isEmpty();
        assertThat(openAi.fileNames()).isEmpty();
        AiUse use = door(AiSpending.class).of(PORTAL, TODAY);
        assertThat(use.requests()).isEqualTo(9);
        assertThat(use.microDollars())
                .isEqualTo(use.promptTokens() + 4 * use.completionTokens())
                .isLessThan(reserved);
        assertThat(door(AiBatches.class).open(PORTAL)).isEmpty();
    }

    @Test
    void asksDirectlyWhatABatchDidNotAnswer() {
        openAi.expireBatches(true);
        List<FitProfile> profiles = profiles(200);
        analyse(analyst(settings), profiles);

        AnalysisReport report = analyse(analyst(settings), profiles);

        assertThat(report.trouble()).contains("is expired", "asked about without one");
        assertThat(answered()).isEqualTo(200);
        assertThat(openAi.bodies(CHAT)).hasSize(4);
        assertThat(openAi.bodies(CREATE)).hasSize(1);
        assertThat(openAi.fileNames()).isEmpty();
    }

    @Test
    void asksDirectlyWhoseLineIsBroken() {
        openAi.behaveNext(AiBehaviour.REFUSAL, 1);
        openAi.behaveNext(AiBehaviour.BROKEN_JSON, 1);
        List<FitProfile> profiles = profiles(200);
        analyse(analyst(settings), profiles);

        AnalysisReport report = analyse(analyst(settings), profiles);

        assertThat(report.trouble()).isNull();
        assertThat(answered()).isEqualTo(200);
        assertThat(openAi.bodies(CHAT)).hasSize(2);
    }

    @Test
    void makesNoSecondBatchAfterOneThatWasInVain() {
        openAi.behave(AiBehaviour.LENGTH);
        List<FitProfile> profiles = profiles(200);
        analyse(analyst(settings), profiles);

        AnalysisReport report = analyse(analyst(settings), profiles);
        analyse(analyst(settings), profiles);

        assertThat(report.trouble()).contains("was done without an answer that can be used");
        assertThat(openAi.bodies(CREATE)).hasSize(1);
    }

    @Test
    void givesUpABatchThatNeverEnds() {
        openAi.behave(AiBehaviour.HANG);
        analyse(analyst(settings), profiles(200));
        openAi.behave(AiBehaviour.INFORMED);
        time.pass(Duration.ofDays(3));

        AnalysisReport report = analyse(analyst(settings), profiles(200));

        assertThat(report.trouble()).contains("A batch at the AI at 127.0.0.1 is ");
        assertThat(answered()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERNAL_ERROR", "GARBAGE"})
    void waitsSomeRunsOnlyForABatchThatCannotBeLookedUp(FaultKind fault) {
        List<FitProfile> profiles = profiles(200);
        analyse(analyst(settings), profiles);
        long reserved = spent();
        fault(fault, LOOK, 7);

        for (int run = 1; run < 6; run++) {
            AnalysisReport waiting = analyse(analyst(settings), profiles);
            assertThat(waiting.trouble()).contains("A batch at the AI at 127.0.0.1 cannot be looked up (it answered ");
            assertThat(waiting.count("AI profiles in a batch")).isEqualTo(200);
        }
        AnalysisReport givenUp = analyse(analyst(settings), profiles);

        assertThat(givenUp.trouble()).contains("6 times in a row", "its profiles are asked about without one");
        assertThat(answered()).isEqualTo(200);
        assertThat(openAi.bodies(CHAT)).hasSize(8);
        assertThat(openAi.bodies(CREATE)).hasSize(1);
        assertThat(spent()).as("it may have been done").isGreaterThan(reserved);

        // What it answers all the same is taken, and what it did not cost comes back.
        analyse(analyst(settings), profiles);
        long before = spent();
        AnalysisReport late = analyse(analyst(settings), profiles);
        assertThat(late.trouble()).isNull();
        assertThat(late.count("AI answers")).isEqualTo(200);
        assertThat(spent()).isLessThan(before);
        assertThat(door(AiBatches.class).open(PORTAL)).isEmpty();
        assertThat(openAi.bodies(CHAT)).hasSize(8);
    }

    @Test
    void aBatchThatCannotBeLookedUpKeepsNoOtherFromIt() {
        AnswerKey other = new AnswerKey("ideal", "prompt", "model");
        door(AiBatches.class)
                .begin(PORTAL, new AiBatch("file-x", null, other, time.instant(), 5), List.of(profiles(3)));
        door(AiBatches.class).accepted(PORTAL, "file-x", "batch-nowhere");
        time.pass(Duration.ofSeconds(1));
        analyse(analyst(settings), profiles(200));

        AnalysisReport report = analyse(analyst(settings), profiles(200));

        assertThat(report.count("AI answers")).isEqualTo(200);
    }

    @Test
    void givesBackToTheDayThatItWasTakenFrom() {
        Instant eve = Instant.parse("2026-11-23T23:59:59Z");
        FitAnalyst analyst =
                analyst(settings, () -> openAi.bodies(UPLOAD).isEmpty() ? eve : eve.plus(Duration.ofSeconds(5)));
        openAi.completeBatchesAfterGets(1);
        analyse(analyst, profiles(200));
        AiSpending spending = door(AiSpending.class);
        assertThat(spending.of(PORTAL, TODAY).microDollars()).isPositive();

        analyse(analyst, profiles(200));
        analyse(analyst, profiles(200));

        assertThat(answered()).isEqualTo(200);
        AiUse use = spending.of(PORTAL, TODAY);
        assertThat(use.microDollars()).isEqualTo(use.promptTokens() + 4 * use.completionTokens());
        assertThat(spending.of(PORTAL, TODAY.plusDays(1)).microDollars()).isZero();
    }

    @Test
    void doesWithoutBatchesWhereThereAreNone() {
        fault(FaultKind.INTERNAL_ERROR, UPLOAD, 1);
        FitAnalyst analyst = analyst(settings);

        AnalysisReport report = analyse(analyst, profiles(200));

        assertThat(report.trouble()).contains("A batch", "answered 500");
        assertThat(answered()).isEqualTo(200);
        assertThat(openAi.bodies(CHAT)).hasSize(8);
    }

    @Test
    void forgetsABatchThatWasNotAcceptedBeforeTheProcessDied() {
        AnswerKey key = AnswerKey.of(weights());
        door(AiBatches.class)
                .begin(PORTAL, new AiBatch("file-lost", null, key, time.instant(), 5), List.of(profiles(3)));

        AnalysisReport report = analyse(analyst(settings), profiles(200));

        assertThat(report.trouble()).contains("was not made");
        assertThat(answered()).isEqualTo(200);
        assertThat(openAi.bodies(CREATE)).isEmpty();

        time.pass(Duration.ofDays(1));
        assertThat(analyse(analyst(settings), profiles(400)).count("AI profiles in a batch"))
                .isEqualTo(200);
    }

    @Test
    void batchesNoMoreThanTheDayAllows() {
        AiSettings poor = settings(sandbox.openAiKey(), requests(25, 100), budget(0.1));

        AnalysisReport report = analyse(analyst(poor), profiles(400));

        long batched = report.count("AI profiles in a batch");
        assertThat(batched).isBetween(25L, 300L);
        assertThat(report.count("AI profiles left")).isEqualTo(400 - batched);
        assertThat(report.trouble()).contains("daily-budget");
        assertThat(spent()).isLessThanOrEqualTo(100_000);
    }

    @Test
    void sendsAWrongKeyOnce() {
        AnalysisReport report =
                analyse(analyst(settings("sk-wrong", requests(25, 100), AiMoney.DEFAULT)), profiles(200));

        assertThat(requests()).isEqualTo(1);
        assertThat(report.trouble()).contains("OPENAI_API_KEY");
    }
}
