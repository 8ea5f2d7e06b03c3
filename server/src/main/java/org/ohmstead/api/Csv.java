package org.ohmstead.api;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables as text, as spreadsheets read and write them (RFC 4180). */
public final class Csv {
    /** By this mark spreadsheets know UTF-8. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What makes a spreadsheet take a text for a formula, and run it. */
    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    /** A line with its cells, ended as RFC 4180 wants it; null is an empty cell, and a text is never a formula. */
    public static String line(List<? extends @Nullable Object> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        String text = String.valueOf(value);
        if (value instanceof CharSequence && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /**
     * The text of a table that a program has written: UTF-8, with or without a byte order mark, or UTF-16 with one.
     *
     * @param charset that the request names; null: none
     * @throws Refused invalid where the bytes are none of that
     */
    public static String text(byte[] table, @Nullable String charset) {
        Charset marked = marked(table);
        if (marked != null) {
            return decoded(table, marked).substring(1);
        }
        try {
            return decoded(table, charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset));
        } catch (IllegalArgumentException e) {
            throw Refused.invalid(
                    "Content-Type", "The charset '" + charset + "' is not known; send the table as UTF-8.");
        }
    }

    private static @Nullable Charset marked(byte[] table) {
        if (starts(table, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (starts(table, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return starts(table, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean starts(byte[] table, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (table.length <= i || (table[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String decoded(byte[] table, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(table))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refused.invalid(
                    "body",
                    "The table is not " + charset
                            + ". Save it as \"CSV UTF-8\", or name its charset in Content-Type, such as text/csv;"
                            + " charset=windows-1252.");
        }
    }
}
