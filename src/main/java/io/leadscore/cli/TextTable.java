package io.leadscore.cli;

import java.util.ArrayList;
import java.util.List;

/** A table of text for people: a heading, columns as wide as their widest cell, numbers aligned to the right. */
final class TextTable {

    private static final String GAP = "  ";
    private static final String NUMBER = "[-+]?\\d[\\d.,:]*( ?(%|ms|s|pts))?";

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... headings) {
        rows.add(List.of(headings));
    }

    /** Adds a row with a cell for every heading; cells are cleaned. */
    TextTable row(Object... cells) {
        if (cells.length != rows.get(0).size()) {
            throw new IllegalArgumentException(
                    cells.length + " cells for " + rows.get(0).size() + " headings");
        }
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(CleanText.of(String.valueOf(cell)));
        }
        rows.add(row);
        return this;
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    /** The lines, each ended by a line feed. */
    String render() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(column == 0 ? "" : GAP).append(padded(row.get(column), column));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private String padded(String cell, int column) {
        int width = rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
        String padding = " ".repeat(width - length(cell));
        return isNumeric(column) ? padding + cell : cell + padding;
    }

    private boolean isNumeric(int column) {
        return rows.size() > 1
                && rows.stream()
                        .skip(1)
                        .map(row -> row.get(column))
                        .allMatch(cell -> cell.isEmpty() || cell.equals("-") || cell.matches(NUMBER));
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
