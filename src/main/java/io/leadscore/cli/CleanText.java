package io.leadscore.cli;

/** Text that came from outside, fit for a terminal: a control character in it could move the cursor or forge a line. */
final class CleanText {

    private CleanText() {}

    /** The text with every control, format and line-separating character replaced by a space. */
    static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(CleanText::cleanCodePoint).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static int cleanCodePoint(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> ' ';
            default -> codePoint;
        };
    }
}
