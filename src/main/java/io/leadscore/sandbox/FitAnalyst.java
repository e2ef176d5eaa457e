package io.leadscore.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The model: judges the profiles of a prompt as it is told to behave. Thread-safe. */
final class FitAnalyst {

    private static final double LOW = 0.2;

    private final AiRecord record;
    private final FitJudge informed = new InformedJudge();
    private final FitJudge noise = new NoiseJudge(false);
    private final FitJudge drifting = new NoiseJudge(true);

    FitAnalyst(AiRecord record) {
        this.record = record;
    }

    Completion complete(FitPrompt prompt, AiBehaviour behaviour) {
        FitQuestion question = FitQuestion.parse(prompt.question());
        prompt.schema().requireProfiles(question.profiles().keySet());
        Map<String, Map<String, Map<String, Object>>> answer = answer(prompt.schema(), question, behaviour);
        record.asked(question.profiles().size());
        return switch (behaviour) {
            case REFUSAL -> Completion.refused(prompt.tokens());
            case CONTENT_FILTER -> Completion.filtered(prompt.tokens());
            case LENGTH -> Completion.said(half(Json.text(answer)), "length", prompt.tokens());
            case BROKEN_JSON -> Completion.said(half(Json.text(answer)), "stop", prompt.tokens());
            case FENCED ->
                Completion.said(
                        "Here is {my} answer:\n```json\n" + Json.text(answer) + "\n```\nIs there {more}?",
                        "stop",
                        prompt.tokens());
            default ->
                Completion.said(Json.text(answer), "stop", prompt.tokens()).within(prompt.mostTokens());
        };
    }

    private Map<String, Map<String, Map<String, Object>>> answer(
            AnswerSchema schema, FitQuestion question, AiBehaviour behaviour) {
        FitJudge judge =
                switch (behaviour) {
                    case NOISE -> noise;
                    case DRIFTING -> drifting;
                    default -> informed;
                };
        Map<String, Map<String, Map<String, Object>>> answer = new LinkedHashMap<>();
        question.profiles().forEach((profile, facts) -> {
            Map<FitCriterion, Judgement> judgements = judge.judge(question.ideal(), facts);
            if (behaviour == AiBehaviour.LOW_CONFIDENCE) {
                judgements.replaceAll((criterion, judgement) -> judgement.withConfidence(LOW));
            }
            answer.put(profile, schema.answer(profile, judgements));
        });
        if (behaviour == AiBehaviour.WRONG_SCHEMA) {
            answer.values().iterator().next().values().iterator().next().put("band", "excellent");
        } else if (behaviour == AiBehaviour.PROFILE_MISSING) {
            answer.keySet().remove(List.copyOf(answer.keySet()).get(answer.size() - 1));
        }
        return answer;
    }

    private static String half(String text) {
        return text.substring(0, text.length() / 2);
    }
}
