package org.ohmstead.reports;

import static org.ohmstead.db.schema.Tables.SECURITY_EVENT;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.GroupCommit;
import org.ohmstead.events.Outbox;
import org.ohmstead.stations.StationRef;

/** The table of security events. */
@Singleton
public class SqlSecurityEventStore {
    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlSecurityEventStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    /** Stores the event and tells of it, unless it stands already. */
    void append(StationRef station, SecurityReport report) {
        commits.write(station.id(), tx -> {
            int inserted = tx.sql()
                    .insertInto(SECURITY_EVENT)
                    .set(SECURITY_EVENT.TENANT_ID, station.tenant())
                    .set(SECURITY_EVENT.STATION_ID, station.id())
                    .set(SECURITY_EVENT.TYPE, report.type())
                    .set(SECURITY_EVENT.STATION_AT, report.stationAt())
                    .set(SECURITY_EVENT.RECEIVED_AT, report.receivedAt())
                    .set(SECURITY_EVENT.TECH_INFO, report.techInfo())
                    .set(SECURITY_EVENT.DIGEST, Digest.of(report.type(), report.techInfo()))
                    .onConflict(
                            SECURITY_EVENT.TENANT_ID,
                            SECURITY_EVENT.STATION_ID,
                            SECURITY_EVENT.STATION_AT,
                            SECURITY_EVENT.DIGEST)
                    .doNothing()
                    .execute();
            if (inserted > 0) {
                outbox.append(tx, reported(station, report));
            }
            return inserted;
        });
    }

    private static SecurityReported reported(StationRef station, SecurityReport report) {
        return new SecurityReported(
                station.tenant(),
                station.id(),
                report.receivedAt(),
                station.identity(),
                report.type(),
                report.techInfo(),
                report.stationAt());
    }

    /** @param station null: of all stations */
    List<SecurityEvent> before(long tenant, @Nullable Long station, int rows, @Nullable Cursor after) {
        Condition where = SECURITY_EVENT.TENANT_ID.eq(tenant);
        if (station != null) {
            where = where.and(SECURITY_EVENT.STATION_ID.eq(station));
        }
        if (after != null) {
            where = where.and(SECURITY_EVENT.ID.lt(after.id()));
        }
        return database.read()
                .select(SECURITY_EVENT.asterisk(), STATION.IDENTITY)
                .from(SECURITY_EVENT)
                .join(STATION)
                .on(STATION.ID.eq(SECURITY_EVENT.STATION_ID))
                .where(where)
                .orderBy(SECURITY_EVENT.ID.desc())
                .limit(rows)
                .fetch(row -> new SecurityEvent(
                        row.get(SECURITY_EVENT.ID),
                        row.get(STATION.IDENTITY),
                        new SecurityReport(
                                row.get(SECURITY_EVENT.TYPE),
                                row.get(SECURITY_EVENT.STATION_AT),
                                row.get(SECURITY_EVENT.TECH_INFO),
                                row.get(SECURITY_EVENT.RECEIVED_AT))));
    }
}
