package org.ohmstead.api;

import java.util.ArrayList;
import java.util.List;

/** Takes a table apart: comma, semicolon or tab between cells, quotes around them, blank lines anywhere. */
public final class CsvRows {
    /**
     * A row with something in it.
     *
     * @param line of the file, from 1, that it begins in
     */
    public record Row(int line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    private final String text;
    private final char separator;
    private final List<Row> rows = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private StringBuilder cell = new StringBuilder();
    private int at;
    private int line = 1;
    private int begun = 1;

    private CsvRows(String text, int from, char separator) {
        this.text = text;
        this.at = from;
        this.line = from == 0 ? 1 : 2;
        this.begun = line;
        this.separator = separator;
    }

    /**
     * The rows in their order, the header first; cells without the blanks around them.
     *
     * @throws Refused invalid for a quotation mark that nothing closes
     */
    public static List<Row> of(String table) {
        // Some programs name the separator in a line of its own.
        if (table.regionMatches(true, 0, "sep=", 0, 4) && table.length() > 4) {
            int end = table.indexOf('\n');
            return end < 0 ? List.of() : new CsvRows(table, end + 1, table.charAt(4)).read();
        }
        return new CsvRows(table, 0, separator(table)).read();
    }

    /** The one that the first line has most of: spreadsheets of half of Europe write semicolons. */
    private static char separator(String table) {
        String header =
                table.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private List<Row> read() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"' && cell.toString().isBlank()) {
                quoted();
            } else if (c == separator) {
                endCell();
            } else if (c == '\n' || c == '\r') {
                at += c == '\r' && at < text.length() && text.charAt(at) == '\n' ? 1 : 0;
                endRow();
            } else {
                cell.append(c);
            }
        }
        endRow();
        return rows;
    }

    private void quoted() {
        int opened = line;
        cell.setLength(0);
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                line += c == '\n' ? 1 : 0;
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append(text.charAt(at++));
            } else {
                return;
            }
        }
        throw Refused.invalid(
                "line " + opened,
                "Line " + opened + ": a quotation mark opens a cell and none closes it. Nothing was imported.");
    }

    private void endCell() {
        cells.add(cell.toString().strip());
        cell = new StringBuilder();
    }

    private void endRow() {
        endCell();
        if (cells.stream().anyMatch(one -> !one.isEmpty())) {
            rows.add(new Row(begun, cells));
        }
        cells = new ArrayList<>();
        begun = ++line;
    }
}
