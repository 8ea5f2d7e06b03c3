package org.ohmstead.doctor.troubles;

import static org.jooq.impl.DSL.noCondition;
import static org.ohmstead.db.schema.Tables.STATION;
import static org.ohmstead.db.schema.Tables.STATION_TROUBLE;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.events.Outbox;
import org.ohmstead.stations.StationRef;

/** The rows of troubles, each with its events in one commit. */
@Singleton
public class SqlTroubleStore {
    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlTroubleStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    /** Those that last, of all tenants. */
    List<StationTrouble> lasting() {
        return read(Scope.everywhere(), STATION_TROUBLE.ENDED_AT.isNull(), Integer.MAX_VALUE);
    }

    /** The newest first. @param station null: of all. @param open null: both */
    List<StationTrouble> before(
            Scope scope, @Nullable StationRef station, @Nullable Boolean open, long before, int rows) {
        Condition of = station == null ? noCondition() : STATION_TROUBLE.STATION_ID.eq(station.id());
        Condition lasts = noCondition();
        if (open != null) {
            lasts = open ? STATION_TROUBLE.ENDED_AT.isNull() : STATION_TROUBLE.ENDED_AT.isNotNull();
        }
        return read(
                scope,
                scope.of(STATION_TROUBLE.TENANT_ID, STATION_TROUBLE.STATION_ID)
                        .and(of)
                        .and(lasts)
                        .and(STATION_TROUBLE.ID.lt(before)),
                rows);
    }

    private List<StationTrouble> read(Scope scope, Condition which, int rows) {
        return database.read(scope)
                .select(STATION.IDENTITY)
                .select(STATION_TROUBLE.fields())
                .from(STATION_TROUBLE)
                .join(STATION)
                .on(STATION.TENANT_ID.eq(STATION_TROUBLE.TENANT_ID), STATION.ID.eq(STATION_TROUBLE.STATION_ID))
                .where(which)
                .orderBy(STATION_TROUBLE.ID.desc())
                .limit(rows)
                .fetch(SqlTroubleStore::trouble);
    }

    private static StationTrouble trouble(Record row) {
        return new StationTrouble(
                row.get(STATION_TROUBLE.ID),
                new StationRef(
                        row.get(STATION_TROUBLE.TENANT_ID),
                        row.get(STATION_TROUBLE.STATION_ID),
                        row.get(STATION.IDENTITY)),
                TroubleKind.valueOf(row.get(STATION_TROUBLE.TROUBLE).toUpperCase(Locale.ROOT)),
                row.get(STATION_TROUBLE.AMOUNT),
                row.get(STATION_TROUBLE.SUBJECT),
                row.get(STATION_TROUBLE.BEGAN_AT),
                row.get(STATION_TROUBLE.ENDED_AT));
    }

    /** Once, however many servers look at the same time. */
    void begin(Sign sign, Instant now) {
        StationRef station = sign.station();
        commits.write(station.scope(), station.id(), tx -> {
            if (!mayBegin(tx, sign)) {
                return null;
            }
            Optional<Long> id = tx.sql()
                    .insertInto(STATION_TROUBLE)
                    .set(STATION_TROUBLE.TENANT_ID, station.tenant())
                    .set(STATION_TROUBLE.STATION_ID, station.id())
                    .set(STATION_TROUBLE.TROUBLE, sign.kind().word())
                    .set(STATION_TROUBLE.SEVERITY, sign.kind().severity().word())
                    .set(STATION_TROUBLE.AMOUNT, sign.amount())
                    .set(STATION_TROUBLE.SUBJECT, sign.subject())
                    .set(STATION_TROUBLE.BEGAN_AT, now)
                    .returning(STATION_TROUBLE.ID)
                    .fetchOptional(STATION_TROUBLE.ID);
            id.ifPresent(trouble -> outbox.append(
                    tx,
                    new TroubleBegan(
                            station.tenant(),
                            station.id(),
                            now,
                            station.identity(),
                            trouble,
                            sign.kind().word(),
                            sign.kind().severity().word(),
                            sign.amount(),
                            sign.subject())));
            return null;
        });
    }

    /** Whether the station is still there, and the trouble does not last already. */
    private static boolean mayBegin(Tx tx, Sign sign) {
        StationRef station = sign.station();
        boolean isThere = tx.sql()
                .fetchExists(STATION, STATION.TENANT_ID.eq(station.tenant()).and(STATION.ID.eq(station.id())));
        return isThere
                && !tx.sql()
                        .fetchExists(
                                STATION_TROUBLE,
                                STATION_TROUBLE
                                        .TENANT_ID
                                        .eq(station.tenant())
                                        .and(STATION_TROUBLE.STATION_ID.eq(station.id()))
                                        .and(STATION_TROUBLE.TROUBLE.eq(
                                                sign.kind().word()))
                                        .and(STATION_TROUBLE.ENDED_AT.isNull()));
    }

    /** How bad it is now. */
    void lasts(StationTrouble trouble, Sign sign) {
        commits.write(trouble.station().scope(), trouble.station().id(), tx -> tx.sql()
                .update(STATION_TROUBLE)
                .set(STATION_TROUBLE.AMOUNT, sign.amount())
                .set(STATION_TROUBLE.SUBJECT, sign.subject())
                .where(STATION_TROUBLE.TENANT_ID.eq(trouble.station().tenant()))
                .and(STATION_TROUBLE.ID.eq(trouble.id()))
                .execute());
    }

    void end(StationTrouble trouble, Instant now) {
        StationRef station = trouble.station();
        commits.write(station.scope(), station.id(), tx -> {
            int ended = tx.sql()
                    .update(STATION_TROUBLE)
                    .set(STATION_TROUBLE.ENDED_AT, now)
                    .where(STATION_TROUBLE.TENANT_ID.eq(station.tenant()))
                    .and(STATION_TROUBLE.ID.eq(trouble.id()))
                    .and(STATION_TROUBLE.ENDED_AT.isNull())
                    .execute();
            if (ended > 0) {
                outbox.append(
                        tx,
                        new TroubleEnded(
                                station.tenant(),
                                station.id(),
                                now,
                                station.identity(),
                                trouble.id(),
                                trouble.kind().word(),
                                trouble.kind().severity().word()));
            }
            return null;
        });
    }

    void pruneEndedBefore(Instant end) {
        new OldRows(STATION_TROUBLE, STATION_TROUBLE.ID, STATION_TROUBLE.ENDED_AT, SmallSteps.ROWS)
                .deleteBefore(end, database, commits);
    }
}
