package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Embeddings of texts, as numbers or in base64. */
final class EmbeddingsEndpoint implements ModelEndpoint {

    private static final int MOST_INPUTS = 2_048;

    private final AiConduct conduct;

    EmbeddingsEndpoint(AiConduct conduct) {
        this.conduct = conduct;
    }

    @Override
    public JsonReply answer(JsonNode body, AiBehaviour behaviour) {
        OpenAiProblem.requireKnown(body, conduct.unknown());
        AiModel model = AiModel.ofEmbeddings(body);
        int dimensions = body.path("dimensions").asInt(model.mostDimensions());
        OpenAiProblem.require(
                dimensions >= 1 && dimensions <= model.mostDimensions(),
                "Invalid value for 'dimensions' = " + dimensions + ". Must be between 1 and " + model.mostDimensions()
                        + ".",
                "dimensions");
        String format = body.path("encoding_format").asString("float");
        OpenAiProblem.require(
                format.equals("float") || format.equals("base64"),
                "'" + format + "' is not one of ['float', 'base64'] - 'encoding_format'",
                "encoding_format");
        List<String> inputs = inputs(body.path("input"));
        List<Object> data = new ArrayList<>();
        long characters = 0;
        for (String input : inputs) {
            Embedding embedding = Embedding.of(input, dimensions);
            Object values = format.equals("base64") ? embedding.base64() : embedding.values();
            data.add(Json.object("object", "embedding", "index", data.size(), "embedding", values));
            characters += input.length();
        }
        int tokens = Completion.tokens(characters);
        return JsonReply.ok(Json.object(
                "object",
                "list",
                "data",
                data,
                "model",
                model.name(),
                "usage",
                Map.of("prompt_tokens", tokens, "total_tokens", tokens)));
    }

    private static List<String> inputs(JsonNode input) {
        List<String> inputs = new ArrayList<>();
        if (input.isString()) {
            inputs.add(input.asString(""));
        }
        for (JsonNode element : input) {
            OpenAiProblem.require(element.isString(), "This stand-in embeds texts only.", "input");
            inputs.add(element.asString(""));
        }
        OpenAiProblem.require(
                !inputs.isEmpty()
                        && inputs.size() <= MOST_INPUTS
                        && inputs.stream().noneMatch(String::isEmpty),
                "'$.input' is invalid. It needs 1 to " + MOST_INPUTS + " texts that are not empty.",
                "input");
        return inputs;
    }
}
