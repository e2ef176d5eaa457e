package io.leadscore.ai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.openai.core.ObjectMappers;
import com.openai.models.chat.completions.ChatCompletion;
import org.jspecify.annotations.Nullable;

/**
 * A line of a batch's answers.
 *
 * @param line which line of the questions it answers, from 1 on
 * @param completion what the model said
 */
record BatchReply(int line, Completion completion) {

    private static final String NAME = "line-";

    /** What a line of the questions is called. */
    static String name(int line) {
        return NAME + line;
    }

    /** Reads a line; null when it is no answer. */
    static @Nullable BatchReply read(String text, Server server) {
        try {
            JsonNode root = ObjectMappers.jsonMapper().readTree(text);
            String name = root.path("custom_id").asText();
            JsonNode response = root.path("response");
            if (!name.matches(NAME + "\\d{1,9}") || response.path("status_code").asInt() != 200) {
                return null;
            }
            ChatCompletion completion =
                    ObjectMappers.jsonMapper().treeToValue(response.path("body"), ChatCompletion.class);
            return completion == null
                    ? null
                    : new BatchReply(Integer.parseInt(name.substring(NAME.length())), server.completion(completion));
        } catch (JsonProcessingException | FailedCall unreadable) {
            return null;
        }
    }
}
