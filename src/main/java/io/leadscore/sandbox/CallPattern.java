package io.leadscore.sandbox;

import java.util.regex.Pattern;

/**
 * A pattern for calls: a method, or {@code *}, and a path in which {@code *} stands for anything.
 *
 * @param method {@code POST}, or {@code *} for any
 */
record CallPattern(String method, Pattern path) {

    /**
     * Reads {@code POST /crm/objects/*}.
     *
     * @throws IllegalArgumentException when it is not a method and a path
     */
    static CallPattern of(String call) {
        String[] parts = call.strip().split("\\s+", -1);
        if (parts.length != 2
                || !parts[0].matches("[A-Z]+|\\*")
                || (!parts[1].startsWith("/") && !parts[1].equals("*"))) {
            throw new IllegalArgumentException(
                    "The call \"" + call + "\" is not a method and a path such as \"POST /crm/objects/*\".");
        }
        String regex = Pattern.quote(parts[1]).replace("*", "\\E.*\\Q");
        return new CallPattern(parts[0], Pattern.compile(regex));
    }

    boolean matches(String callMethod, String callPath) {
        return (method.equals("*") || method.equals(callMethod))
                && path.matcher(callPath).matches();
    }
}
