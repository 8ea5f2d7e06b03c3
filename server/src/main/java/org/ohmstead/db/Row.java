package org.ohmstead.db;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.lanes.Tx;

/** A row of a {@link Tx#rows} query, whose columns are asked for by their position, the first being 1. */
public final class Row {
    private final ResultSet result;
    private final boolean isSqlite;

    private Row(ResultSet result, boolean isSqlite) {
        this.result = result;
        this.isSqlite = isSqlite;
    }

    /** Reads the result to its end and closes it. */
    static <T> List<T> all(ResultSet result, SQLDialect dialect, Reader<T> reader) throws SQLException {
        try (result) {
            List<T> rows = new ArrayList<>();
            Row row = new Row(result, dialect == SQLDialect.SQLITE);
            while (result.next()) {
                rows.add(reader.read(row));
            }
            return rows;
        }
    }

    /** Makes something of a row; must not keep it. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row);
    }

    @FunctionalInterface
    private interface Column<T extends @Nullable Object> {
        T get() throws SQLException;
    }

    public long number(int column) {
        return get(() -> result.getLong(column));
    }

    public @Nullable Integer integer(int column) {
        return get(() -> {
            int value = result.getInt(column);
            return result.wasNull() ? null : value;
        });
    }

    /** @return false where it is null */
    public boolean flag(int column) {
        return get(() -> result.getBoolean(column));
    }

    public @Nullable String text(int column) {
        return get(() -> result.getString(column));
    }

    public @Nullable BigDecimal decimal(int column) {
        return get(() -> result.getBigDecimal(column));
    }

    public @Nullable Instant instant(int column) {
        return get(() -> {
            if (isSqlite) {
                String text = result.getString(column);
                return text == null ? null : SqliteTime.parse(text);
            }
            OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        });
    }

    private static <T extends @Nullable Object> T get(Column<T> column) {
        try {
            return column.get();
        } catch (SQLException e) {
            throw new DataAccessException("A column cannot be read: " + e.getMessage(), e);
        }
    }
}
