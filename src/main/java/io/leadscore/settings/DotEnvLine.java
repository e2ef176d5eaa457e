package io.leadscore.settings;

/**
 * An assignment in a {@code .env} file. Read character by character: whoever waits for a command waits for this, and the
 * first regular expression of a process takes as long as the whole file.
 *
 * @param name letters, digits and underscores, no digit first
 * @param value without its quotes, escapes and comment
 */
record DotEnvLine(String name, String value) {

    private static final String EXPORT = "export";

    /**
     * Reads a line without white space around it.
     *
     * @throws IllegalArgumentException when it is no assignment; says what is wrong with it, and does not quote it
     */
    static DotEnvLine read(String line) {
        int start = afterSpace(line, EXPORT.length());
        boolean exported = line.startsWith(EXPORT) && start > EXPORT.length() && endOfName(line, start) > start;
        int from = exported ? start : 0;
        int end = endOfName(line, from);
        int equals = afterSpace(line, end);
        if (end == from || equals == line.length() || line.charAt(equals) != '=') {
            throw new IllegalArgumentException("is not of the form NAME=value");
        }
        return new DotEnvLine(line.substring(from, end), value(line.substring(afterSpace(line, equals + 1))));
    }

    private static String value(String text) {
        if (text.startsWith("'")) {
            int end = text.indexOf('\'', 1);
            return text.substring(1, closed(text, end));
        }
        return text.startsWith("\"") ? unescaped(text) : withoutComment(text);
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int i = 1;
        while (i < text.length() && text.charAt(i) != '"') {
            char character = text.charAt(i++);
            if (character == '\\' && i < text.length()) {
                character = text.charAt(i++);
                character = character == 'n' ? '\n' : character == 't' ? '\t' : character;
            }
            plain.append(character);
        }
        closed(text, i < text.length() ? i : -1);
        return plain.toString();
    }

    /** Where the closing quote is, behind which there may be a comment and nothing else. */
    private static int closed(String text, int quote) {
        int behind = quote < 0 ? 0 : afterSpace(text, quote + 1);
        if (quote < 0 || (behind < text.length() && text.charAt(behind) != '#')) {
            throw new IllegalArgumentException("has a quote that is not closed, or text behind the closing quote");
        }
        return quote;
    }

    private static String withoutComment(String text) {
        for (int i = text.indexOf('#'); i >= 0; i = text.indexOf('#', i + 1)) {
            if (i == 0 || isSpace(text.charAt(i - 1))) {
                return text.substring(0, i).strip();
            }
        }
        return text.strip();
    }

    private static int endOfName(String line, int from) {
        int end = from;
        while (end < line.length() && isOfName(line.charAt(end), end == from)) {
            end++;
        }
        return end;
    }

    private static boolean isOfName(char character, boolean first) {
        return (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z')
                || character == '_'
                || (!first && character >= '0' && character <= '9');
    }

    private static int afterSpace(String text, int from) {
        int i = from;
        while (i < text.length() && isSpace(text.charAt(i))) {
            i++;
        }
        return Math.min(i, text.length());
    }

    private static boolean isSpace(char character) {
        return character == ' ' || (character >= '\t' && character <= '\r');
    }
}
