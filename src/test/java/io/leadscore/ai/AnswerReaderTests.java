package io.leadscore.ai;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.ledger.Answered;
import io.leadscore.ledger.Answered.Outcome;
import io.leadscore.scoring.Criterion;
import io.leadscore.scoring.FitAnalysis;
import io.leadscore.scoring.FitBand;
import io.leadscore.scoring.FitProfile;
import io.leadscore.scoring.FitReason;
import io.leadscore.scoring.Judgement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTests {

    private static final List<FitProfile> PROFILES =
            List.of(new FitProfile(Map.of("industry", "DAIRY")), new FitProfile(Map.of("industry", "MUSIC")));
    private static final String GOOD = "{\"band\":\"good\",\"reason\":\"won_before\",\"confidence\":0.75}";

    @Test
    void readsWhatWasAskedFor() {
        List<Answered> answers = read("{\"p1\":" + profile(GOOD) + ",\"p2\":" + profile(GOOD) + "}");

        assertThat(answers).extracting(Answered::profile).isEqualTo(PROFILES);
        FitAnalysis analysis = Objects.requireNonNull(answers.get(0).analysis());
        assertThat(analysis.model()).isEqualTo("m-1");
        assertThat(analysis.of(Criterion.ROLE)).isEqualTo(new Judgement(FitBand.GOOD, FitReason.WON_BEFORE, 0.75));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"band\":\"excellent\",\"reason\":\"won_before\",\"confidence\":0.75}",
                "{\"band\":\"GOOD\",\"reason\":\"won_before\",\"confidence\":0.75}",
                "{\"band\":\"good\",\"reason\":\"because\",\"confidence\":0.75}",
                "{\"band\":\"good\",\"reason\":\"won_before\",\"confidence\":\"high\"}",
                "{\"band\":\"good\",\"reason\":\"won_before\",\"confidence\":1.01}",
                "{\"band\":\"good\",\"reason\":\"won_before\",\"confidence\":-0.1}",
                "{\"band\":\"good\",\"reason\":\"won_before\",\"confidence\":1e999}",
                "{\"band\":\"good\",\"reason\":\"won_before\",\"confidence\":null}",
                "{\"band\":\"good\",\"reason\":\"won_before\"}",
                "{\"band\":\"good\",\"reason\":\"won_before\",\"confidence\":0.7,\"note\":\"call them\"}",
                "{\"band\":null,\"reason\":\"won_before\",\"confidence\":0.7}",
                "[\"good\",\"won_before\",0.7]",
                "\"good\"",
                "null"
            })
    void trustsNoJudgementOfAnotherForm(String judgement) {
        List<Answered> answers = read("{\"p1\":" + profile(GOOD) + ",\"p2\":" + profile(GOOD, judgement) + "}");

        assertThat(answers).extracting(Answered::outcome).containsExactly(Outcome.ANSWERED, Outcome.BROKEN);
    }

    /** Some servers quote every value. */
    @Test
    void readsAConfidenceInQuotes() {
        String quoted = "{\"band\":\"good\",\"reason\":\"won_before\",\"confidence\":\"0.75\"}";

        assertThat(read("{\"p1\":" + profile(GOOD, quoted) + ",\"p2\":" + profile(GOOD) + "}"))
                .extracting(Answered::outcome)
                .containsExactly(Outcome.ANSWERED, Outcome.ANSWERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}", "7", "\"strong\"", "{\"industry\":1}"})
    void trustsNoProfileOfAnotherForm(String profile) {
        List<Answered> answers = read("{\"p1\":" + profile + ",\"p2\":" + profile(GOOD) + ",\"p3\":1}");

        assertThat(answers).extracting(Answered::outcome).containsExactly(Outcome.BROKEN, Outcome.ANSWERED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "{}",
                "{",
                "I cannot do that",
                "{\"p1\":{}}",
                "{\"profiles\":{}}",
                "{} {}",
                "NaN"
            })
    void usesNothingOfWhatIsBroken(String content) {
        assertThat(AnswerReader.read(completion(content, false, false), PROFILES))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "<think>{\"p1\":1}</think>%s",
                "<|channel|>analysis<|message|>Maybe {\"p1\": {}}.<|end|><|channel|>final<|message|>%s",
                "First {a draft}: {\"p1\":{\"x\":\"}\"}}\nThen:\n%s",
                "%s\n\nNote: {this} is all.",
                "Here \"it\" is: %s {}",
                "[%s]",
                "\ufeff%s"
            })
    void findsWhatWasAskedForAmongWhatWasNot(String said) {
        String whole = "{\"p1\":" + profile(GOOD) + ",\"p2\":" + profile(GOOD) + ",}";

        assertThat(read(said.replace("%s", whole)))
                .extracting(Answered::outcome)
                .containsExactly(Outcome.ANSWERED, Outcome.ANSWERED);
    }

    @Test
    void usesNothingThatSaysAProfileTwice() {
        String twice = "{\"p1\":" + profile(GOOD) + ",\"p1\":" + profile(GOOD) + "}";

        assertThat(AnswerReader.read(completion(twice, false, false), PROFILES)).isNull();
    }

    @Test
    void usesNoRefusalAndNothingThatWasCutOff() {
        String whole = "{\"p1\":" + profile(GOOD) + ",\"p2\":" + profile(GOOD) + "}";

        assertThat(AnswerReader.read(completion(whole, true, false), PROFILES)).isNull();
        assertThat(AnswerReader.read(completion(whole, false, true), PROFILES)).isNull();
        assertThat(AnswerReader.read(completion(null, false, false), PROFILES)).isNull();
        assertThat(AnswerReader.read(completion("[".repeat(100_000), false, false), PROFILES))
                .isNull();
    }

    private static List<Answered> read(String content) {
        return Objects.requireNonNull(AnswerReader.read(completion(content, false, false), PROFILES));
    }

    private static Completion completion(@Nullable String content, boolean refused, boolean cutOff) {
        return new Completion("m-1", content, refused, cutOff, 1, 1);
    }

    private static String profile(String judgement) {
        return profile(judgement, judgement);
    }

    private static String profile(String judgement, String ofRole) {
        return Arrays.stream(Criterion.values())
                .map(criterion -> "\"" + criterion.key() + "\":" + (criterion == Criterion.ROLE ? ofRole : judgement))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
