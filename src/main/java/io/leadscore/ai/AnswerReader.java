package io.leadscore.ai;

import io.leadscore.ledger.Answered;
import io.leadscore.ledger.Answered.Outcome;
import io.leadscore.scoring.Criterion;
import io.leadscore.scoring.FitAnalysis;
import io.leadscore.scoring.FitBand;
import io.leadscore.scoring.FitProfile;
import io.leadscore.scoring.FitReason;
import io.leadscore.scoring.Judgement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what the model said, and trusts none of it: whatever has not exactly the form that it was asked for is no answer,
 * for the profile where it is so, and for no other.
 */
final class AnswerReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // Small models leave one behind the last part.
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private static final Map<String, FitBand> BANDS = named(FitBand.values(), FitBand::key);
    private static final Map<String, FitReason> REASONS = named(FitReason.values(), FitReason::key);
    private static final Pattern SHARE = Pattern.compile("[01](\\.\\d{1,17})?");
    private static final int PARTS = 3;

    private AnswerReader() {}

    /**
     * What is said of each profile, in their order.
     *
     * @return null when nothing of it can be used
     */
    static @Nullable List<Answered> read(Completion completion, List<FitProfile> profiles) {
        if (completion.refused() || completion.cutOff() || completion.content() == null) {
            return null;
        }
        for (String object : AnswerText.objects(completion.content())) {
            List<Answered> answers = answers(object, completion.model(), profiles);
            if (answers != null) {
                return answers;
            }
        }
        return null;
    }

    private static @Nullable List<Answered> answers(String object, String model, List<FitProfile> profiles) {
        JsonNode root;
        try {
            root = JSON.readTree(object);
        } catch (JacksonException broken) {
            return null;
        }
        List<Answered> answers = new ArrayList<>();
        for (int i = 0; i < profiles.size(); i++) {
            Map<Criterion, Judgement> judgements = judgements(root.get(Question.name(i)));
            answers.add(
                    judgements == null
                            ? new Answered(profiles.get(i), null, Outcome.BROKEN)
                            : new Answered(profiles.get(i), new FitAnalysis(model, judgements), Outcome.ANSWERED));
        }
        return answers.stream().anyMatch(answer -> answer.outcome() == Outcome.ANSWERED) ? answers : null;
    }

    private static @Nullable Map<Criterion, Judgement> judgements(@Nullable JsonNode said) {
        if (said == null || said.size() != Criterion.values().length) {
            return null;
        }
        Map<Criterion, Judgement> judgements = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            Judgement judgement = judgement(said.get(criterion.key()));
            if (judgement == null) {
                return null;
            }
            judgements.put(criterion, judgement);
        }
        return judgements;
    }

    private static @Nullable Judgement judgement(@Nullable JsonNode said) {
        if (said == null || said.size() != PARTS) {
            return null;
        }
        FitBand band = word(BANDS, said.get("band"));
        FitReason reason = word(REASONS, said.get("reason"));
        JsonNode confidence = said.get("confidence");
        if (band == null || reason == null || confidence == null) {
            return null;
        }
        double sure = share(confidence);
        return sure >= 0 && sure <= 1 ? new Judgement(band, reason, sure) : null;
    }

    /** A number, or one in quotes; NaN when it is none. */
    private static double share(JsonNode said) {
        if (said.isNumber()) {
            return said.asDouble();
        }
        return said.isString() && SHARE.matcher(said.asString()).matches()
                ? Double.parseDouble(said.asString())
                : Double.NaN;
    }

    private static <T> @Nullable T word(Map<String, T> words, @Nullable JsonNode said) {
        return said != null && said.isString() ? words.get(said.asString()) : null;
    }

    private static <T> Map<String, T> named(T[] values, Function<T, String> name) {
        return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(name, Function.identity()));
    }
}
