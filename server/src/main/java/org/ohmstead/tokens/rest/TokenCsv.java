package org.ohmstead.tokens.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ohmstead.api.CsvRows;
import org.ohmstead.api.Refused;
import org.ohmstead.api.TimeText;

/**
 * Tokens from a table: a header line names the columns, in any order and any case. What has no column, or an empty cell, stays
 * as it is; the word null in a cell brings back the default.
 */
final class TokenCsv {
    private static final List<String> COLUMNS = List.of(
            "value",
            "type",
            "group",
            "blocked",
            "expiresAt",
            "maxSessions",
            "allowed",
            "priority",
            "language",
            "personalMessage",
            "note",
            "alsoKnownAs");

    /** What a spreadsheet makes of a long number: its digits are gone. */
    private static final Pattern ROUNDED = Pattern.compile("\\d+([.,]\\d+)?[eE]\\+\\d+");

    private static final Pattern EVSES = Pattern.compile("(.+?):(\\d+(?:[\\s,+]+\\d+)*)");
    private static final Set<String> TRUE = Set.of("true", "yes", "1");
    private static final Set<String> FALSE = Set.of("false", "no", "0");

    private final List<String> columns;

    private TokenCsv(List<String> columns) {
        this.columns = columns;
    }

    /** @throws Refused invalid where the table has no header that can be read; what is wrong in a row is for its entry to say */
    static List<TokenImport.Entry> read(String table) {
        List<CsvRows.Row> rows = CsvRows.of(table);
        if (rows.isEmpty()) {
            throw Refused.invalid("body", "The table is empty; its first line names the columns: " + allowed() + ".");
        }
        TokenCsv csv = new TokenCsv(header(rows.getFirst()));
        return rows.stream().skip(1).map(csv::entry).toList();
    }

    private static List<String> header(CsvRows.Row row) {
        List<String> columns = new ArrayList<>();
        for (String cell : row.cells()) {
            columns.add(cell.isEmpty() ? "" : column(cell));
        }
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!column.isEmpty() && !seen.add(column)) {
                throw Refused.invalid(column, "There are two columns " + column + "; keep one of them.");
            }
        }
        if (!columns.contains("value")) {
            throw Refused.invalid(
                    "value", "There is no column value; the first line names the columns: " + allowed() + ".");
        }
        return columns;
    }

    private static String column(String cell) {
        String plain = cell.replaceAll("[\\s_-]", "");
        return COLUMNS.stream()
                .filter(plain::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() ->
                        Refused.invalid(cell, "There is no column '" + cell + "'; allowed are " + allowed() + "."));
    }

    private static String allowed() {
        return String.join(", ", COLUMNS);
    }

    private TokenImport.Entry entry(CsvRows.Row row) {
        return new TokenImport.Entry("line " + row.line(), "Line " + row.line(), () -> changes(row));
    }

    private ObjectNode changes(CsvRows.Row row) {
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cells().get(i);
            if (cell.isEmpty()) {
                continue;
            }
            String column = i < columns.size() ? columns.get(i) : "";
            if (column.isEmpty()) {
                throw Refused.invalid(
                        "column " + (i + 1),
                        "cell " + (i + 1) + " is '" + cell
                                + "', and the header names no column there. Put quotation marks"
                                + " around a cell that holds the separator.");
            }
            set(changes, column, cell);
        }
        return changes;
    }

    private static void set(ObjectNode changes, String column, String cell) {
        if (cell.equalsIgnoreCase("null") && !column.equals("value")) {
            changes.putNull(column);
            return;
        }
        switch (column) {
            case "blocked" -> changes.put(column, truth(cell));
            case "expiresAt" -> changes.put(column, time(cell));
            case "maxSessions", "priority" -> changes.put(column, number(column, cell));
            case "allowed" -> changes.set(column, places(cell));
            case "alsoKnownAs" -> split(cell).forEach(changes.withArray(column)::add);
            case "value" -> changes.put(column, value(cell));
            default -> changes.put(column, cell);
        }
    }

    private static String value(String cell) {
        if (ROUNDED.matcher(cell).matches()) {
            throw Refused.invalid(
                    "value",
                    "value is '" + cell + "', which is what a spreadsheet makes of a long number: its digits are lost."
                            + " Format the column as text before the numbers are put in.");
        }
        return cell;
    }

    private static boolean truth(String cell) {
        String word = cell.toLowerCase(Locale.ROOT);
        if (TRUE.contains(word) || FALSE.contains(word)) {
            return TRUE.contains(word);
        }
        throw wrong("blocked", cell, "true or false, yes or no, 1 or 0");
    }

    /** A day begins in UTC. */
    private static String time(String cell) {
        try {
            return cell.length() <= "2026-01-31".length()
                    ? LocalDate.parse(cell)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toString()
                    : TimeText.parse(cell.replaceFirst(" ", "T")).toString();
        } catch (DateTimeException e) {
            throw wrong(
                    "expiresAt",
                    cell,
                    "a day such as 2026-01-31, which begins in UTC, or a time such as 2026-01-31T12:00:00Z");
        }
    }

    private static int number(String column, String cell) {
        try {
            return Integer.parseInt(cell);
        } catch (NumberFormatException e) {
            throw wrong(column, cell, "a whole number");
        }
    }

    /** {@code CP-7 | CP-8:1,2}: all of the one, and two EVSEs of the other. */
    private static ArrayNode places(String cell) {
        ArrayNode places = JsonNodeFactory.instance.arrayNode();
        for (String place : split(cell)) {
            Matcher some = EVSES.matcher(place);
            ObjectNode node = places.addObject().put("station", some.matches() ? some.group(1) : place);
            ArrayNode evses = node.putArray("evses");
            if (some.matches()) {
                for (String evse : some.group(2).split("[\\s,+]+")) {
                    evses.add(number("allowed", evse));
                }
            }
        }
        return places;
    }

    private static List<String> split(String cell) {
        return List.of(cell.split("\\|")).stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Refused wrong(String column, String found, String allowed) {
        return Refused.invalid(column, column + " is '" + found + "'; allowed is " + allowed + ".");
    }
}
