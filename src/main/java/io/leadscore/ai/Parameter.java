package io.leadscore.ai;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What of a request a server may not know, and can be asked without. */
enum Parameter {
    MAX_COMPLETION_TOKENS("max_completion_tokens"),
    MAX_TOKENS("max_tokens"),
    RESPONSE_FORMAT("response_format", "response_format,json_schema,json_object,structured output"),
    TEMPERATURE("temperature"),
    ENCODING_FORMAT("encoding_format"),
    DIMENSIONS("dimensions");

    private final String key;

    /** What refusals call it, with commas between. */
    private final String names;

    Parameter(String key) {
        this(key, key);
    }

    Parameter(String key, String names) {
        this.key = key;
        this.names = names;
    }

    /** The parameter's name in a request. */
    String key() {
        return key;
    }

    /**
     * Which of these a refusal is about: the one that it names first.
     *
     * @param refusal what a server said, as far as it is looked at
     * @param sent what the request had
     */
    static @Nullable Parameter in(String refusal, List<Parameter> sent) {
        String said = refusal.toLowerCase(Locale.ROOT);
        Parameter first = null;
        int place = Integer.MAX_VALUE;
        for (Parameter parameter : sent) {
            for (String name : parameter.names.split(",", -1)) {
                int found = said.indexOf(name);
                if (found >= 0 && found < place) {
                    place = found;
                    first = parameter;
                }
            }
        }
        return first;
    }
}
