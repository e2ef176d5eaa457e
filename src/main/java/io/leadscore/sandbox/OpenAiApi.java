package io.leadscore.sandbox;

import java.time.InstantSource;
import java.util.Map;

/** Which endpoint answers which call to the OpenAI stand-in. */
final class OpenAiApi {

    private OpenAiApi() {}

    static Routes routes(AiConduct conduct, BatchPace pace, AiRecord record, AiFiles files, InstantSource clock) {
        Routes routes = new Routes();
        FitAnalyst analyst = new FitAnalyst(record);
        Map<String, ModelCall> calls = Map.of(
                "/chat/completions", new ModelCall(conduct::next, conduct, new ChatEndpoint(analyst, conduct, clock)),
                "/responses", new ModelCall(conduct::next, conduct, new ResponsesEndpoint(analyst, clock)),
                "/embeddings", new ModelCall(conduct::standing, conduct, new EmbeddingsEndpoint(conduct)));
        calls.forEach((path, call) -> routes.add("POST " + OpenAi.PATH + path, Family.EXEMPT, "", call));
        new ModelEndpoints().addTo(routes);
        new FileEndpoints(files).addTo(routes);
        new BatchEndpoints(new AiBatches(clock, files, calls, pace, conduct)).addTo(routes);
        return routes;
    }
}
