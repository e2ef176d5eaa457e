package io.leadscore.sandbox;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A model by its name. */
record AiModel(String name) {

    /** What the list of models shows; names of the same kind are known as well. */
    static final List<AiModel> LISTED = List.of(
            new AiModel("gpt-4o"),
            new AiModel("gpt-4o-mini"),
            new AiModel("gpt-4.1"),
            new AiModel("gpt-4.1-mini"),
            new AiModel("gpt-5"),
            new AiModel("text-embedding-3-small"),
            new AiModel("text-embedding-3-large"));

    private static final Pattern TEXT = Pattern.compile("(gpt-|chatgpt-|o\\d).*");
    private static final Pattern DATED = Pattern.compile(".*-\\d{4}-\\d{2}-\\d{2}");

    /** The model that a request names, which must answer texts. */
    static AiModel ofText(JsonNode body) {
        AiModel model = of(body);
        if (!TEXT.matcher(model.name).matches()) {
            throw OpenAiProblem.noSuchModel(model.name);
        }
        return model;
    }

    /** The model that a request names, which must make embeddings. */
    static AiModel ofEmbeddings(JsonNode body) {
        AiModel model = of(body);
        if (!model.embeds()) {
            throw OpenAiProblem.noSuchModel(model.name);
        }
        return model;
    }

    private static AiModel of(JsonNode body) {
        String name = body.path("model").asString("");
        OpenAiProblem.require(!name.isEmpty(), "you must provide a model parameter", "model");
        return new AiModel(name);
    }

    boolean known() {
        return embeds() || TEXT.matcher(name).matches();
    }

    private boolean embeds() {
        return name.startsWith("text-embedding-");
    }

    /** The name of the version that answers. */
    String dated() {
        return DATED.matcher(name).matches() ? name : name + "-2026-05-14";
    }

    /** The length of its embeddings unless the request asks for less. */
    int mostDimensions() {
        return name.endsWith("large") ? 3_072 : 1_536;
    }
}
