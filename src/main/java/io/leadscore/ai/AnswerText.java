package io.leadscore.ai;

import org.jspecify.annotations.Nullable;

/**
 * Finds the JSON object in what a model said: alone, in a Markdown fence, or with words before and after. What is found
 * is read as strictly as ever.
 */
final class AnswerText {

    /** Some hundred times the longest answer that is asked for. */
    private static final int LONGEST = 4_000_000;

    private static final String FENCE = "```";
    private static final String THOUGHT = "</think>";

    private AnswerText() {}

    /** The text from an object's first brace to its last; null when there is none. */
    static @Nullable String object(String said) {
        if (said.length() > LONGEST) {
            return null;
        }
        String answer = said.substring(Math.max(0, said.lastIndexOf(THOUGHT)));
        String fenced = fenced(answer);
        String text = fenced == null ? answer : fenced;
        int from = text.indexOf('{');
        int to = text.lastIndexOf('}');
        return from < 0 || to < from ? null : text.substring(from, to + 1);
    }

    /** What stands in the first fence that begins with an object; null when there is none. */
    private static @Nullable String fenced(String answer) {
        int open = answer.indexOf(FENCE);
        while (open >= 0) {
            int line = answer.indexOf('\n', open);
            int close = line < 0 ? -1 : answer.indexOf(FENCE, line);
            if (close < 0) {
                return null;
            }
            String inside = answer.substring(line, close);
            if (inside.stripLeading().startsWith("{")) {
                return inside;
            }
            open = answer.indexOf(FENCE, close + FENCE.length());
        }
        return null;
    }
}
