package org.ohmstead.firmware.publishing;

import static org.ohmstead.db.schema.Tables.FIRMWARE_PUBLICATION;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.events.Outbox;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.stations.StationRef;

/** The rows of publications. */
@Singleton
public class SqlPublicationStore {
    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlPublicationStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    <T extends @Nullable Object> T write(StationRef station, GroupCommit.Work<T> unit) {
        return commits.write(station.scope(), station.id(), unit);
    }

    Publication insert(Tx tx, Publication publication) {
        int added = tx.sql()
                .insertInto(FIRMWARE_PUBLICATION)
                .set(FIRMWARE_PUBLICATION.TENANT_ID, publication.station().tenant())
                .set(FIRMWARE_PUBLICATION.STATION_ID, publication.station().id())
                .set(FIRMWARE_PUBLICATION.REQUEST_NUMBER, (long) publication.number())
                .set(FIRMWARE_PUBLICATION.FILE_ID, publication.image().file())
                .set(FIRMWARE_PUBLICATION.LINK_ID, publication.image().link())
                .set(FIRMWARE_PUBLICATION.LOCATION, publication.image().location())
                .set(FIRMWARE_PUBLICATION.CHECKSUM_MD5, publication.image().md5())
                .set(FIRMWARE_PUBLICATION.STATE, publication.state().word())
                .set(FIRMWARE_PUBLICATION.COMMAND_ID, publication.command())
                .set(FIRMWARE_PUBLICATION.CREATED_BY, publication.by())
                .set(FIRMWARE_PUBLICATION.CREATED_AT, publication.createdAt())
                .set(FIRMWARE_PUBLICATION.UPDATED_AT, publication.createdAt())
                .onConflict(
                        FIRMWARE_PUBLICATION.TENANT_ID,
                        FIRMWARE_PUBLICATION.STATION_ID,
                        FIRMWARE_PUBLICATION.REQUEST_NUMBER)
                .doNothing()
                .execute();
        Publication standing =
                byNumber(tx, publication.station(), publication.number()).orElseThrow();
        if (added > 0) {
            outbox.append(tx, FirmwarePublicationChanged.of(standing));
        }
        return standing;
    }

    /** Tells of it where its state is another now. */
    void update(Tx tx, Publication before, Publication after) {
        Publication.Progress progress = after.progress();
        tx.sql()
                .update(FIRMWARE_PUBLICATION)
                .set(FIRMWARE_PUBLICATION.COMMAND_ID, after.command())
                .set(FIRMWARE_PUBLICATION.STATE, progress.state().word())
                .set(FIRMWARE_PUBLICATION.STATUS, progress.status())
                .set(FIRMWARE_PUBLICATION.REASON, progress.reason())
                .set(
                        FIRMWARE_PUBLICATION.PLACES_JSON,
                        progress.places() == null ? null : progress.places().toString())
                .set(FIRMWARE_PUBLICATION.UPDATED_AT, progress.updatedAt())
                .set(FIRMWARE_PUBLICATION.ENDED_AT, progress.endedAt())
                .where(FIRMWARE_PUBLICATION.TENANT_ID.eq(after.station().tenant()))
                .and(FIRMWARE_PUBLICATION.ID.eq(after.id()))
                .execute();
        if (before.state() != after.state()) {
            outbox.append(tx, FirmwarePublicationChanged.of(after));
        }
    }

    Optional<Publication> find(StationRef station, long id) {
        return select(database.read(station.scope()), of(station).and(FIRMWARE_PUBLICATION.ID.eq(id)))
                .fetchOptional(SqlPublicationStore::read);
    }

    static Optional<Publication> find(Tx tx, StationRef station, long id) {
        return select(tx.sql(), of(station).and(FIRMWARE_PUBLICATION.ID.eq(id)))
                .fetchOptional(SqlPublicationStore::read);
    }

    Optional<Publication> byNumber(StationRef station, int number) {
        return select(database.read(station.scope()), of(station).and(FIRMWARE_PUBLICATION.REQUEST_NUMBER.eq((long)
                        number)))
                .fetchOptional(SqlPublicationStore::read);
    }

    static Optional<Publication> byNumber(Tx tx, StationRef station, int number) {
        return select(tx.sql(), of(station).and(FIRMWARE_PUBLICATION.REQUEST_NUMBER.eq((long) number)))
                .fetchOptional(SqlPublicationStore::read);
    }

    /** Those of a checksum that the controller hands out, or is about to. */
    static List<Publication> published(Tx tx, StationRef station, String md5) {
        return select(
                        tx.sql(),
                        of(station)
                                .and(FIRMWARE_PUBLICATION.CHECKSUM_MD5.equalIgnoreCase(md5))
                                .and(FIRMWARE_PUBLICATION.STATE.in(
                                        PublicationState.REQUESTED.word(),
                                        PublicationState.ACCEPTED.word(),
                                        PublicationState.DOWNLOADING.word(),
                                        PublicationState.PUBLISHED.word())))
                .fetch(SqlPublicationStore::read);
    }

    /** The newest first. */
    List<Publication> page(StationRef station, int rows, @Nullable Cursor after) {
        Condition where = of(station);
        return select(
                        database.read(station.scope()),
                        after == null ? where : where.and(FIRMWARE_PUBLICATION.ID.lt(after.id())))
                .orderBy(FIRMWARE_PUBLICATION.ID.desc())
                .limit(rows)
                .fetch(SqlPublicationStore::read);
    }

    void pruneBefore(Instant end) {
        new OldRows(FIRMWARE_PUBLICATION, FIRMWARE_PUBLICATION.ID, FIRMWARE_PUBLICATION.UPDATED_AT, SmallSteps.ROWS)
                .deleteBefore(end, database, commits);
    }

    private static Condition of(StationRef station) {
        return FIRMWARE_PUBLICATION
                .TENANT_ID
                .eq(station.tenant())
                .and(FIRMWARE_PUBLICATION.STATION_ID.eq(station.id()));
    }

    private static SelectConditionStep<Record> select(DSLContext sql, Condition where) {
        return sql.select(FIRMWARE_PUBLICATION.fields())
                .select(STATION.IDENTITY)
                .from(FIRMWARE_PUBLICATION)
                .join(STATION)
                .on(STATION.ID.eq(FIRMWARE_PUBLICATION.STATION_ID))
                .where(where);
    }

    private static Publication read(Record row) {
        String places = row.get(FIRMWARE_PUBLICATION.PLACES_JSON);
        return new Publication(
                row.get(FIRMWARE_PUBLICATION.ID),
                new StationRef(
                        row.get(FIRMWARE_PUBLICATION.TENANT_ID),
                        row.get(FIRMWARE_PUBLICATION.STATION_ID),
                        row.get(STATION.IDENTITY)),
                row.get(FIRMWARE_PUBLICATION.REQUEST_NUMBER).intValue(),
                new Publication.Image(
                        row.get(FIRMWARE_PUBLICATION.FILE_ID),
                        row.get(FIRMWARE_PUBLICATION.LINK_ID),
                        row.get(FIRMWARE_PUBLICATION.LOCATION),
                        row.get(FIRMWARE_PUBLICATION.CHECKSUM_MD5)),
                row.get(FIRMWARE_PUBLICATION.COMMAND_ID),
                new Publication.Progress(
                        PublicationState.of(row.get(FIRMWARE_PUBLICATION.STATE)),
                        row.get(FIRMWARE_PUBLICATION.STATUS),
                        row.get(FIRMWARE_PUBLICATION.REASON),
                        places == null ? null : StoredJson.read(places),
                        row.get(FIRMWARE_PUBLICATION.UPDATED_AT),
                        row.get(FIRMWARE_PUBLICATION.ENDED_AT)),
                row.get(FIRMWARE_PUBLICATION.CREATED_BY),
                row.get(FIRMWARE_PUBLICATION.CREATED_AT));
    }
}
