package io.leadscore.sandbox;

import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * What a model answers, live or as a line of a batch.
 *
 * @param behaviours how the model behaves from call to call
 */
record ModelCall(Supplier<AiBehaviour> behaviours, AiConduct conduct, ModelEndpoint endpoint) implements Endpoint {

    @Override
    public JsonReply reply(ApiCall call) {
        AiBehaviour behaviour = behaviours.get();
        if (behaviour == AiBehaviour.HANG) {
            Pause.lasting(conduct.hang());
        }
        return answer(OpenAiProblem.parse(call.rawBody()), behaviour);
    }

    /** The answer to a line of a batch, which does not hang: its batch does. */
    JsonReply lineReply(JsonNode body) {
        try {
            return answer(body, behaviours.get());
        } catch (ApiProblem problem) {
            return problem.reply();
        }
    }

    private JsonReply answer(JsonNode body, AiBehaviour behaviour) {
        if (behaviour == AiBehaviour.QUOTA) {
            throw OpenAiProblem.quotaExhausted();
        }
        if (behaviour == AiBehaviour.SERVER_ERROR) {
            throw OpenAiProblem.serverError(500);
        }
        return endpoint.answer(body, behaviour);
    }
}
