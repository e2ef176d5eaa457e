package io.leadscore.cli;

/**
 * Text that came from outside, fit for the middle of a line of Markdown: what an account calls an industry must not become
 * a column, a link, or HTML in somebody's wiki.
 */
final class MarkdownText {

    private static final String MEANINGFUL = "\\`*_[]<>{}&|~#!$@^";

    private MarkdownText() {}

    /** The text on one line, with a backslash before whatever Markdown, or GitHub's, would read as more than itself. */
    static String of(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        CleanText.of(text).codePoints().forEach(codePoint -> {
            if (MEANINGFUL.indexOf(codePoint) >= 0) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(codePoint);
        });
        return escaped.toString().replace("://", "\\://").replaceAll("(?i)(www)\\.", "$1\\\\.");
    }
}
