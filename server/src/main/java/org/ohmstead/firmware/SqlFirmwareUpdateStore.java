package org.ohmstead.firmware;

import static org.ohmstead.db.schema.Tables.FIRMWARE_UPDATE;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.events.Outbox;
import org.ohmstead.stations.StationRef;

/** The rows of updates. */
@Singleton
public class SqlFirmwareUpdateStore {
    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlFirmwareUpdateStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    <T extends @Nullable Object> T write(StationRef station, GroupCommit.Work<T> unit) {
        return commits.write(station.scope(), station.id(), unit);
    }

    /** @return the one of its number: it, or one that stood already */
    FirmwareUpdate insert(Tx tx, FirmwareUpdate update) {
        FirmwareUpdate.Order order = update.order();
        FirmwareUpdate.Signature signature = order.signature();
        int added = tx.sql()
                .insertInto(FIRMWARE_UPDATE)
                .set(FIRMWARE_UPDATE.TENANT_ID, update.station().tenant())
                .set(FIRMWARE_UPDATE.STATION_ID, update.station().id())
                .set(FIRMWARE_UPDATE.REQUEST_NUMBER, (long) update.number())
                .set(FIRMWARE_UPDATE.CAMPAIGN_ID, update.campaign())
                .set(FIRMWARE_UPDATE.ACTION, update.sent().action())
                .set(FIRMWARE_UPDATE.FILE_ID, order.image().file())
                .set(FIRMWARE_UPDATE.LINK_ID, update.sent().link())
                .set(FIRMWARE_UPDATE.LOCATION, order.image().location())
                .set(FIRMWARE_UPDATE.RETRIEVE_AT, order.retrieveAt())
                .set(FIRMWARE_UPDATE.INSTALL_AT, order.installAt())
                .set(FIRMWARE_UPDATE.RETRIES, order.retries())
                .set(FIRMWARE_UPDATE.RETRY_SECONDS, order.retrySeconds())
                .set(FIRMWARE_UPDATE.SIGNATURE, signature == null ? null : signature.value())
                .set(FIRMWARE_UPDATE.SIGNING_CERTIFICATE, signature == null ? null : signature.certificate())
                .set(FIRMWARE_UPDATE.STATE, update.state().word())
                .set(FIRMWARE_UPDATE.FIRMWARE_BEFORE, update.progress().before())
                .set(FIRMWARE_UPDATE.COMMAND_ID, update.sent().command())
                .set(FIRMWARE_UPDATE.CREATED_BY, update.by())
                .set(FIRMWARE_UPDATE.CREATED_AT, update.createdAt())
                .set(FIRMWARE_UPDATE.UPDATED_AT, update.createdAt())
                .onConflict(FIRMWARE_UPDATE.TENANT_ID, FIRMWARE_UPDATE.STATION_ID, FIRMWARE_UPDATE.REQUEST_NUMBER)
                .doNothing()
                .execute();
        FirmwareUpdate standing =
                byNumber(tx, update.station(), update.number()).orElseThrow();
        if (added > 0) {
            outbox.append(tx, FirmwareUpdateChanged.of(standing));
        }
        return standing;
    }

    /** Tells of it where its state is another now. */
    void update(Tx tx, FirmwareUpdate before, FirmwareUpdate after) {
        FirmwareUpdate.Progress progress = after.progress();
        tx.sql()
                .update(FIRMWARE_UPDATE)
                .set(FIRMWARE_UPDATE.ACTION, after.sent().action())
                .set(FIRMWARE_UPDATE.COMMAND_ID, after.sent().command())
                .set(FIRMWARE_UPDATE.STATE, progress.state().word())
                .set(FIRMWARE_UPDATE.STATUS, progress.status())
                .set(FIRMWARE_UPDATE.REASON, progress.reason())
                .set(FIRMWARE_UPDATE.FIRMWARE_AFTER, progress.after())
                .set(FIRMWARE_UPDATE.UPDATED_AT, progress.updatedAt())
                .set(FIRMWARE_UPDATE.ENDED_AT, progress.endedAt())
                .where(FIRMWARE_UPDATE.TENANT_ID.eq(after.station().tenant()), FIRMWARE_UPDATE.ID.eq(after.id()))
                .execute();
        if (before.state() != after.state()) {
            outbox.append(tx, FirmwareUpdateChanged.of(after));
        }
    }

    Optional<FirmwareUpdate> find(Scope scope, long id) {
        return select(
                        database.read(scope),
                        scope.of(FIRMWARE_UPDATE.TENANT_ID, FIRMWARE_UPDATE.STATION_ID)
                                .and(FIRMWARE_UPDATE.ID.eq(id)))
                .fetchOptional(SqlFirmwareUpdateStore::read);
    }

    Optional<FirmwareUpdate> byNumber(StationRef station, int number) {
        return select(database.read(station.scope()), of(station).and(FIRMWARE_UPDATE.REQUEST_NUMBER.eq((long) number)))
                .fetchOptional(SqlFirmwareUpdateStore::read);
    }

    static Optional<FirmwareUpdate> find(Tx tx, StationRef station, long id) {
        return one(tx, of(station).and(FIRMWARE_UPDATE.ID.eq(id)));
    }

    static Optional<FirmwareUpdate> byNumber(Tx tx, StationRef station, int number) {
        return one(tx, of(station).and(FIRMWARE_UPDATE.REQUEST_NUMBER.eq((long) number)));
    }

    static Optional<FirmwareUpdate> byLink(Tx tx, StationRef station, long link) {
        return one(tx, of(station).and(FIRMWARE_UPDATE.LINK_ID.eq(link)));
    }

    static Optional<FirmwareUpdate> byCommand(Tx tx, StationRef station, long command) {
        return one(tx, of(station).and(FIRMWARE_UPDATE.COMMAND_ID.eq(command)));
    }

    /** That was told to load from there, and has not left yet. */
    static Optional<FirmwareUpdate> byLocation(Tx tx, StationRef station, String location) {
        return one(
                tx,
                of(station)
                        .and(FIRMWARE_UPDATE.LOCATION.eq(location))
                        .and(FIRMWARE_UPDATE.COMMAND_ID.isNull())
                        .and(FIRMWARE_UPDATE.STATE.eq(UpdateState.REQUESTED.word())));
    }

    /** That the station was told last and has not refused, by any of these actions. */
    static Optional<FirmwareUpdate> newest(Tx tx, StationRef station, Collection<String> actions) {
        return one(
                tx,
                of(station)
                        .and(FIRMWARE_UPDATE.ACTION.in(actions))
                        .and(FIRMWARE_UPDATE.STATE.ne(UpdateState.REFUSED.word())));
    }

    private static Optional<FirmwareUpdate> one(Tx tx, Condition where) {
        return select(tx.sql(), where)
                .orderBy(FIRMWARE_UPDATE.ID.desc())
                .limit(1)
                .fetchOptional(SqlFirmwareUpdateStore::read);
    }

    /** Before another one, that go on. */
    static List<FirmwareUpdate> openBefore(Tx tx, FirmwareUpdate newer) {
        return select(tx.sql(), of(newer.station()).and(isOpen()))
                .and(FIRMWARE_UPDATE.ID.lt(newer.id()))
                .fetch(SqlFirmwareUpdateStore::read);
    }

    /** One that goes on and loads a file. */
    static Optional<FirmwareUpdate> openOf(Tx tx, long tenant, long file) {
        return one(
                tx,
                FIRMWARE_UPDATE
                        .TENANT_ID
                        .eq(tenant)
                        .and(FIRMWARE_UPDATE.FILE_ID.eq(file))
                        .and(isOpen()));
    }

    /** Of all tenants, of which nothing was heard since then, and which were to begin before. */
    List<FirmwareUpdate> silentSince(Instant then, int rows) {
        return select(
                        database.read(Scope.everywhere()),
                        isOpen().and(FIRMWARE_UPDATE.UPDATED_AT.lt(then))
                                .and(FIRMWARE_UPDATE.RETRIEVE_AT.lt(then))
                                .and(FIRMWARE_UPDATE.INSTALL_AT.isNull().or(FIRMWARE_UPDATE.INSTALL_AT.lt(then))))
                .orderBy(FIRMWARE_UPDATE.ID)
                .limit(rows)
                .fetch(SqlFirmwareUpdateStore::read);
    }

    private static Condition isOpen() {
        return FIRMWARE_UPDATE.STATE.in(Arrays.stream(UpdateState.values())
                .filter(state -> !state.isEnd())
                .map(UpdateState::word)
                .toList());
    }

    /** The newest first. */
    List<FirmwareUpdate> page(Scope scope, UpdateFilter filter, int rows, @Nullable Cursor after) {
        Condition where = scope.of(FIRMWARE_UPDATE.TENANT_ID, FIRMWARE_UPDATE.STATION_ID);
        if (filter.station() != null) {
            where = where.and(FIRMWARE_UPDATE.STATION_ID.eq(filter.station()));
        }
        if (filter.state() != null) {
            where = where.and(FIRMWARE_UPDATE.STATE.eq(filter.state().word()));
        }
        if (filter.campaign() != null) {
            where = where.and(FIRMWARE_UPDATE.CAMPAIGN_ID.eq(filter.campaign()));
        }
        if (after != null) {
            where = where.and(FIRMWARE_UPDATE.ID.lt(after.id()));
        }
        return select(database.read(scope), where)
                .orderBy(FIRMWARE_UPDATE.ID.desc())
                .limit(rows)
                .fetch(SqlFirmwareUpdateStore::read);
    }

    void pruneBefore(Instant end) {
        new OldRows(FIRMWARE_UPDATE, FIRMWARE_UPDATE.ID, FIRMWARE_UPDATE.ENDED_AT, SmallSteps.ROWS)
                .deleteBefore(end, database, commits);
    }

    private static Condition of(StationRef station) {
        return FIRMWARE_UPDATE.TENANT_ID.eq(station.tenant()).and(FIRMWARE_UPDATE.STATION_ID.eq(station.id()));
    }

    private static SelectConditionStep<Record> select(DSLContext sql, Condition where) {
        return sql.select(FIRMWARE_UPDATE.fields())
                .select(STATION.IDENTITY)
                .from(FIRMWARE_UPDATE)
                .join(STATION)
                .on(STATION.ID.eq(FIRMWARE_UPDATE.STATION_ID))
                .where(where);
    }

    private static FirmwareUpdate read(Record row) {
        return new FirmwareUpdate(
                row.get(FIRMWARE_UPDATE.ID),
                new StationRef(
                        row.get(FIRMWARE_UPDATE.TENANT_ID),
                        row.get(FIRMWARE_UPDATE.STATION_ID),
                        row.get(STATION.IDENTITY)),
                row.get(FIRMWARE_UPDATE.REQUEST_NUMBER).intValue(),
                row.get(FIRMWARE_UPDATE.CAMPAIGN_ID),
                order(row),
                new FirmwareUpdate.Sent(
                        row.get(FIRMWARE_UPDATE.ACTION),
                        row.get(FIRMWARE_UPDATE.LINK_ID),
                        row.get(FIRMWARE_UPDATE.COMMAND_ID)),
                new FirmwareUpdate.Progress(
                        UpdateState.of(row.get(FIRMWARE_UPDATE.STATE)),
                        row.get(FIRMWARE_UPDATE.STATUS),
                        row.get(FIRMWARE_UPDATE.REASON),
                        row.get(FIRMWARE_UPDATE.FIRMWARE_BEFORE),
                        row.get(FIRMWARE_UPDATE.FIRMWARE_AFTER),
                        row.get(FIRMWARE_UPDATE.UPDATED_AT),
                        row.get(FIRMWARE_UPDATE.ENDED_AT)),
                row.get(FIRMWARE_UPDATE.CREATED_BY),
                row.get(FIRMWARE_UPDATE.CREATED_AT));
    }

    private static FirmwareUpdate.Order order(Record row) {
        String signature = row.get(FIRMWARE_UPDATE.SIGNATURE);
        return new FirmwareUpdate.Order(
                new FirmwareUpdate.Image(row.get(FIRMWARE_UPDATE.FILE_ID), row.get(FIRMWARE_UPDATE.LOCATION)),
                row.get(FIRMWARE_UPDATE.RETRIEVE_AT),
                row.get(FIRMWARE_UPDATE.INSTALL_AT),
                row.get(FIRMWARE_UPDATE.RETRIES),
                row.get(FIRMWARE_UPDATE.RETRY_SECONDS),
                signature == null
                        ? null
                        : new FirmwareUpdate.Signature(signature, row.get(FIRMWARE_UPDATE.SIGNING_CERTIFICATE)));
    }
}
