package io.leadscore.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A table of text for people: a heading, columns as wide as their widest cell, numbers aligned to the right. */
final class TextTable {

    private static final String GAP = "  ";
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d[\\d.,:]*( ?(%|ms|s|pts))?");

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
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        boolean[] numeric = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            widths[column] = width(column);
            numeric[column] = isNumeric(column);
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                String cell = row.get(column);
                String padding = " ".repeat(widths[column] - length(cell));
                line.append(column == 0 ? "" : GAP).append(numeric[column] ? padding + cell : cell + padding);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        int width = 0;
        for (List<String> row : rows) {
            width = Math.max(width, length(row.get(column)));
        }
        return width;
    }

    private boolean isNumeric(int column) {
        for (List<String> row : rows.subList(1, rows.size())) {
            String cell = row.get(column);
            if (!cell.isEmpty() && !cell.equals("-") && !NUMBER.matcher(cell).matches()) {
                return false;
            }
        }
        return rows.size() > 1;
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
