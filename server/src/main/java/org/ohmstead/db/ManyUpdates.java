package org.ohmstead.db;

import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Updates by id, of which PostgreSQL takes many as one statement: else it opens the table and all its indexes for each.
 * {@code update t set a = ?, b = ? where id = ?} becomes {@code update t set a = v.a, b = v.b from (values ...) v where t.id
 * = v.id}.
 */
final class ManyUpdates {
    /** Rows in a statement. A power of two, as each size is, so that there are few statements to prepare. */
    static final int MOST = 128;

    private static final Pattern BY_ID = Pattern.compile("update (\\w+)\\s+set (.+) where id = \\?", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("(\\w+) = \\?");

    private final String head;
    private final String first;
    private final String more;
    private final String tail;

    private ManyUpdates(String table, List<String> columns, List<String> types) {
        String sets = String.join(
                ", ", columns.stream().map(column -> column + " = v." + column).toList());
        this.head = "update " + table + " as t set " + sets + " from (values ";
        this.first =
                "(" + String.join(", ", types.stream().map(type -> "?::" + type).toList()) + ")";
        this.more = ", (" + String.join(", ", Collections.nCopies(types.size(), "?")) + ")";
        this.tail = ") as v (" + String.join(", ", columns) + ", id) where t.id = v.id";
    }

    /**
     * @param types of the values of the single update
     * @return empty: it is no such update
     */
    static Optional<ManyUpdates> of(String text, ParameterMetaData types) throws SQLException {
        Matcher update = BY_ID.matcher(text);
        if (!update.matches()) {
            return Optional.empty();
        }
        List<String> columns = new ArrayList<>();
        for (String set : update.group(2).split(",")) {
            Matcher column = COLUMN.matcher(set.strip());
            if (!column.matches()) {
                return Optional.empty();
            }
            columns.add(column.group(1));
        }
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= types.getParameterCount(); i++) {
            names.add(types.getParameterTypeName(i));
        }
        return Optional.of(new ManyUpdates(update.group(1), columns, names));
    }

    /** Whether each row is of another id: of two for the same one it would not be known which counts. */
    static boolean areDistinct(List<@Nullable Object[]> rows) {
        Set<@Nullable Object> ids = new HashSet<>();
        return rows.stream().allMatch(row -> ids.add(row[row.length - 1]));
    }

    /** How many rows the statement for so many has, at most {@link #MOST}. */
    static int size(int rows) {
        int power = Integer.highestOneBit(rows);
        return Math.min(MOST, power == rows ? power : 2 * power);
    }

    String text(int rows) {
        return head + first + more.repeat(rows - 1) + tail;
    }

    /** The values of so many rows; what is missing is the last row again, which changes nothing. */
    static @Nullable Object[] values(List<@Nullable Object[]> rows, int size) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Collections.addAll(values, rows.get(Math.min(i, rows.size() - 1)));
        }
        return values.toArray();
    }
}
