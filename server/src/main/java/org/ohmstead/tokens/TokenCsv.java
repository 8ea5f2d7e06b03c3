package org.ohmstead.tokens;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Problem;

/** Tokens from a table: a header line names the columns, in any order; an empty cell is an absent value. */
final class TokenCsv {
    private static final Set<String> COLUMNS = Set.of(
            "value",
            "type",
            "group",
            "blocked",
            "expiresAt",
            "maxSessions",
            "priority",
            "language",
            "personalMessage",
            "note");

    private static final CsvMapper CSV =
            CsvMapper.csvBuilder().enable(CsvParser.Feature.TRIM_SPACES).build();

    private TokenCsv() {}

    /** @throws Problem 400 naming line and column */
    static List<TokenBody> read(String text) {
        CsvSchema schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(separator(text));
        List<TokenBody> tokens = new ArrayList<>();
        try (MappingIterator<Map<String, String>> rows =
                CSV.readerForMapOf(String.class).with(schema).readValues(text.strip())) {
            while (rows.hasNext()) {
                tokens.add(token(rows.next(), tokens.size() + 2));
            }
        } catch (JsonProcessingException e) {
            throw Problem.invalid("line " + (tokens.size() + 2), "The table cannot be read: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return tokens;
    }

    /** Spreadsheets of half of Europe write semicolons. */
    private static char separator(String text) {
        String header = text.strip().lines().findFirst().orElse("");
        return header.contains(";") && !header.contains(",") ? ';' : ',';
    }

    private static TokenBody token(Map<String, String> row, int line) {
        for (String column : row.keySet()) {
            if (!COLUMNS.contains(column)) {
                throw Problem.invalid(
                        column,
                        "There is no column '" + column + "'; allowed are " + String.join(", ", new TreeSet<>(COLUMNS))
                                + ".");
            }
        }
        return new TokenBody(
                cell(row, "value"),
                cell(row, "type"),
                cell(row, "group"),
                truth(cell(row, "blocked"), line),
                time(cell(row, "expiresAt"), line),
                number(cell(row, "maxSessions"), "maxSessions", line),
                null,
                number(cell(row, "priority"), "priority", line),
                cell(row, "language"),
                cell(row, "personalMessage"),
                cell(row, "note"));
    }

    private static @Nullable String cell(Map<String, String> row, String column) {
        String text = row.get(column);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Boolean truth(@Nullable String text, int line) {
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("blocked", line, text, "true or false");
        };
    }

    private static @Nullable Instant time(@Nullable String text, int line) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong("expiresAt", line, text, "a time such as 2026-01-31T12:00:00Z");
        }
    }

    private static @Nullable Integer number(@Nullable String text, String column, int line) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw wrong(column, line, text, "a whole number");
        }
    }

    private static Problem wrong(String column, int line, String found, String allowed) {
        return Problem.invalid(
                column,
                "Line " + line + ": " + column + " is '" + found + "'; allowed is " + allowed
                        + ". Nothing was imported.");
    }
}
