package io.leadscore.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table of which it is not yet said who reads it: people at a terminal, or in Markdown. */
final class Grid {

    private static final String EDGE = "| ";
    private static final String BETWEEN = " | ";
    private static final String END = " |\n";

    private final String[] headings;
    private final List<Object[]> rows = new ArrayList<>();

    Grid(String... headings) {
        this.headings = headings.clone();
    }

    /** Adds a row with a cell for every heading. */
    Grid row(Object... cells) {
        rows.add(cells);
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** For a terminal; cells are cleaned. */
    String text() {
        TextTable table = new TextTable(headings);
        rows.forEach(table::row);
        return table.render();
    }

    /** For Markdown; cells are escaped. */
    String markdown() {
        return line(headings) + EDGE + "--- | ".repeat(headings.length - 1) + "---" + END
                + rows.stream().map(Grid::line).collect(Collectors.joining());
    }

    private static String line(Object[] cells) {
        List<String> escaped = new ArrayList<>();
        for (Object cell : cells) {
            String text = MarkdownText.of(String.valueOf(cell));
            escaped.add(text.isEmpty() ? " " : text);
        }
        return EDGE + String.join(BETWEEN, escaped) + END;
    }
}
