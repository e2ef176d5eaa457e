package io.leadscore.sandbox;

import tools.jackson.databind.JsonNode;

/**
 * What a chat completion or a response is made from.
 *
 * @param question the last user message
 * @param tokens of all messages and the schema
 * @param mostTokens that the answer may have
 */
record FitPrompt(String question, int tokens, AnswerSchema schema, int mostTokens) {

    /**
     * Reads the messages; 400 without any from the user.
     *
     * @param param the request's parameter that holds them
     */
    static FitPrompt of(JsonNode messages, String param, AnswerSchema schema, JsonNode mostTokens) {
        OpenAiProblem.require(messages.isArray() && !messages.isEmpty(), "Missing required parameter.", param);
        String question = null;
        int characters = schema.root().toString().length();
        for (JsonNode message : messages) {
            String text = text(message.path("content"));
            characters += text.length();
            if (message.path("role").asString("").equals("user")) {
                question = text;
            }
        }
        if (question == null) {
            throw OpenAiProblem.invalid("There is no message from the user.", param);
        }
        return new FitPrompt(question, Completion.tokens(characters), schema, mostTokens.asInt(Integer.MAX_VALUE));
    }

    /** A content, or what its parts hold. */
    private static String text(JsonNode content) {
        if (!content.isArray()) {
            return content.asString("");
        }
        StringBuilder text = new StringBuilder();
        content.forEach(part -> text.append(part.path("text").asString("")));
        return text.toString();
    }
}
