package io.leadscore.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of models. */
final class ModelEndpoints {

    private static final long MADE_AT = 1_778_716_800;

    void addTo(Routes routes) {
        routes.add("GET " + OpenAi.PATH + "/models", Family.EXEMPT, "", this::list);
        routes.add("GET " + OpenAi.PATH + "/models/{id}", Family.EXEMPT, "", this::get);
    }

    private JsonReply list(ApiCall call) {
        return JsonReply.ok(Json.object(
                "object",
                "list",
                "data",
                AiModel.LISTED.stream().map(ModelEndpoints::json).toList()));
    }

    private JsonReply get(ApiCall call) {
        AiModel model = new AiModel(call.parameter("id"));
        if (!model.known()) {
            throw OpenAiProblem.noSuchModel(model.name());
        }
        return JsonReply.ok(json(model));
    }

    private static Map<String, @Nullable Object> json(AiModel model) {
        return Json.object("id", model.name(), "object", "model", "created", MADE_AT, "owned_by", "openai");
    }
}
