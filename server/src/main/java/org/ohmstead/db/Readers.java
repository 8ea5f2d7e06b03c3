package org.ohmstead.db;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Connections that read, each told on PostgreSQL whose rows it shows. What the server reads for itself has connections of its own,
 * so that those of a single tenant never have to be told again.
 */
final class Readers {
    private final boolean hasPolicies;
    private final DataSource ofTenants;
    private final DataSource ofAll;
    private final DSLContext tenants;
    private final DSLContext all;
    /** Of each connection to the server the tenant that it was told last; a connection is lent to one at a time. */
    private final Cache<Object, Scope> shown = Caffeine.newBuilder().weakKeys().build();

    private final ConcurrentMap<String, DSLContext> byTenant = new ConcurrentHashMap<>();

    /** @param configuration without connections */
    Readers(Store store, Configuration configuration) {
        this.hasPolicies = store.dialect() == SQLDialect.POSTGRES;
        this.ofTenants = store.readers();
        this.ofAll = store.serversReaders();
        this.tenants = DSL.using(configuration.derive(ofTenants));
        this.all = DSL.using(configuration.derive(ofAll));
    }

    DSLContext sql(Scope scope) {
        if (scope.isEverywhere()) {
            return all;
        }
        return hasPolicies ? byTenant.computeIfAbsent(scope.setting(), any -> told(scope.wholeTenant())) : tenants;
    }

    private DSLContext told(Scope scope) {
        return DSL.using(tenants.configuration().derive(new ConnectionProvider() {
            @Override
            public Connection acquire() {
                try {
                    return connection(scope);
                } catch (SQLException e) {
                    throw new DataAccessException("There is no connection: " + e.getMessage(), e);
                }
            }

            @Override
            public void release(@Nullable Connection connection) {
                try {
                    if (connection != null) {
                        connection.close();
                    }
                } catch (SQLException e) {
                    throw new DataAccessException("A connection cannot be given back: " + e.getMessage(), e);
                }
            }
        }));
    }

    /** To be closed by the caller, who has it for so long. */
    Connection connection(Scope scope) throws SQLException {
        Connection connection = (scope.isEverywhere() ? ofAll : ofTenants).getConnection();
        if (!hasPolicies || scope.isEverywhere()) {
            return connection;
        }
        boolean isShown = false;
        try {
            show(connection, scope);
            isShown = true;
            return connection;
        } finally {
            if (!isShown) {
                connection.close();
            }
        }
    }

    private void show(Connection connection, Scope scope) throws SQLException {
        Object physical = connection.unwrap(PGConnection.class);
        Scope before = shown.getIfPresent(physical);
        if (before == null || !before.isSameTenant(scope)) {
            shown.invalidate(physical); // it may fail half-way
            RowPolicies.show(connection, scope);
            shown.put(physical, scope.wholeTenant());
        }
    }
}
