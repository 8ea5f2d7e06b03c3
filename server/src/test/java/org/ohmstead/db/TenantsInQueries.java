package org.ohmstead.db;

import java.sql.Connection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.ohmstead.db.schema.DefaultSchema;

/**
 * Each query for a tenant, of whatever test, has to say so in its condition, if it asks for rows that have one: SQLite would show
 * those of all tenants. PostgreSQL would not, so what is forgotten is found here.
 */
final class TenantsInQueries {
    private static final Pattern ROWS_OF_TENANTS = Pattern.compile(
            "\\b(?:from|join)\\s+\"?("
                    + DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                            .filter(table -> table.field("tenant_id") != null)
                            .map(table -> table.getName())
                            .collect(Collectors.joining("|"))
                    + ")\"?(?![\\w])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CONDITION = Pattern.compile("\\bwhere\\b", Pattern.CASE_INSENSITIVE);

    private TenantsInQueries() {}

    static DataSource demandedBy(DataSource source) {
        return Listened.to(
                DataSource.class,
                source,
                (method, argument, result) ->
                        result instanceof Connection connection ? demandedBy(connection) : result);
    }

    private static Connection demandedBy(Connection connection) {
        return Listened.to(Connection.class, connection, (method, argument, result) -> {
            if (method.startsWith("prepare") && argument instanceof String query) {
                check(query);
            }
            return result;
        });
    }

    static void check(String query) {
        Matcher table = ROWS_OF_TENANTS.matcher(query);
        if (query.startsWith("explain") || !table.find()) {
            return;
        }
        Matcher condition = CONDITION.matcher(query);
        if (!condition.find() || !query.substring(condition.end()).contains("tenant_id")) {
            throw new AssertionError("A query for a tenant asks for rows of " + table.group(1)
                    + " without saying of which tenant; add scope.of(...) to its condition: " + query);
        }
    }
}
