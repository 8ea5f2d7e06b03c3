package org.ohmstead.eventstream;

import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;

/** The names of stations. */
@Singleton
public class SqlEventStations {
    private final Database database;

    @Inject
    public SqlEventStations(Database database) {
        this.database = database;
    }

    /** Empty: it has been deleted, or is not within the scope. */
    Optional<String> identity(Scope scope, long station) {
        return database.read(scope)
                .select(STATION.IDENTITY)
                .from(STATION)
                .where(scope.of(STATION.TENANT_ID, STATION.ID))
                .and(STATION.ID.eq(station))
                .fetchOptional(STATION.IDENTITY);
    }
}
