package org.ohmstead.db.lanes;

import java.util.List;
import java.util.function.Function;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/**
 * What needs no row of its own: the units of a transaction hand it in by {@link Tx#together}, and just before the commit it is
 * written in as few rows as its owner likes. For a table that belongs to no tenant: the units may be of several.
 *
 * @param onSqlite without a result
 * @param onPostgres the same, with the same values
 * @param rows makes of all that was handed in, in its order, the values of each row
 */
public record CombinedInsert<T>(String onSqlite, String onPostgres, Function<List<T>, List<@Nullable Object[]>> rows) {

    public CombinedInsert(String statement, Function<List<T>, List<@Nullable Object[]>> rows) {
        this(statement, statement, rows);
    }

    String statement(SQLDialect dialect) {
        return dialect == SQLDialect.SQLITE ? onSqlite : onPostgres;
    }
}
