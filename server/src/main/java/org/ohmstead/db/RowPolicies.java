package org.ohmstead.db;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;

/**
 * PostgreSQL holds by itself whose rows a session sees: each table that has a tenant has a policy (the migration
 * {@code V028__row_policies}), and it looks at a setting of the session. A session that has not said anything sees nothing.
 */
final class RowPolicies {
    private static final Logger LOG = System.getLogger(RowPolicies.class.getName());

    /** For as long as the session lasts; a transaction that is rolled back takes it back, too. */
    static final String SHOW = "select set_config('ohmstead.tenant', ?, false)";

    /** Whoever may pass by all policies does, however they are set. */
    private static final String PASSES_BY =
            "select rolsuper or rolbypassrls from pg_roles where rolname = current_user";

    private RowPolicies() {}

    /** For connections that are made: they see all. */
    static String everywhere() {
        return SHOW.replace("?", "'" + Scope.everywhere().setting() + "'");
    }

    /** The session shows the rows of this scope from now on. */
    static void show(Connection connection, Scope scope) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SHOW)) {
            statement.setString(1, scope.setting());
            statement.execute();
        }
    }

    /** @return whether they count for the user of the database; else it is told in the log */
    static boolean areHeld(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(PASSES_BY)) {
            boolean passesBy = row.next() && row.getBoolean(1);
            if (passesBy) {
                LOG.log(
                        Level.WARNING,
                        "The database''s user is a superuser or has BYPASSRLS, so that PostgreSQL does not hold tenants"
                                + " apart by itself. Where there are several, connect as an ordinary user that owns the"
                                + " database: docs/security.md");
            }
            return !passesBy;
        } catch (SQLException e) {
            throw new DataAccessException("The database's user cannot be asked for: " + e.getMessage(), e);
        }
    }
}
