package org.ohmstead.stations.identities;

import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jooq.impl.DSL;
import org.ohmstead.db.Database;
import org.ohmstead.stations.StationRef;

/** Looks for names among all stations of an organisation. */
@Singleton
public class SqlStationNames {
    private final Database database;

    @Inject
    public SqlStationNames(Database database) {
        this.database = database;
    }

    boolean isOfAnother(StationRef station, String name) {
        return database.read(station.scope())
                .fetchExists(
                        STATION,
                        STATION.TENANT_ID
                                .eq(station.tenant())
                                .and(STATION.ID.ne(station.id()))
                                .and(STATION.IDENTITY_KEY
                                        .eq(name.toLowerCase(Locale.ROOT))
                                        .or(DSL.lower(STATION.SERIAL_NUMBER).eq(DSL.lower(name)))));
    }
}
