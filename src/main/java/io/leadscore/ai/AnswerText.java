package io.leadscore.ai;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the JSON object in what a model said: alone, in a Markdown fence, with words before and after, or after other
 * objects that it thought aloud. What is found is read as strictly as ever.
 */
final class AnswerText {

    /** Some hundred times the longest answer that is asked for. */
    private static final int LONGEST = 4_000_000;

    /** More than any model thinks aloud of. */
    private static final int MOST = 1_000;

    private static final String FENCE = "```";
    private static final String THOUGHT = "</think>";

    private AnswerText() {}

    /**
     * What may be the object: from the first brace to the last, then each object that stands for itself, the last one
     * first, since what is thought comes before what is said.
     */
    static List<String> objects(String said) {
        String whole = object(said);
        if (whole == null) {
            return List.of();
        }
        List<String> objects = new ArrayList<>();
        int depth = 0;
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i < whole.length(); i++) {
            char sign = whole.charAt(i);
            if (sign == '\\' && quoted) {
                i++;
            } else if (sign == '"') {
                quoted = !quoted && depth > 0;
            } else if (sign == '{' && !quoted) {
                from = depth++ == 0 ? i : from;
            } else if (sign == '}' && !quoted && depth > 0 && --depth == 0 && objects.size() < MOST) {
                objects.add(0, whole.substring(from, i + 1));
            }
        }
        objects.remove(whole);
        objects.add(0, whole);
        return objects;
    }

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
