package org.ohmstead.files;

import static org.ohmstead.db.schema.Tables.FILE_LINK;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.RandomSecrets;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.StationRef;

/** The rows of links. */
@Singleton
public class SqlFileLinkStore {
    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlFileLinkStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** @return its number */
    long insert(StationRef station, FileLink.Direction direction, @Nullable Long file, String secret, Term term) {
        String hash = RandomSecrets.hash(secret);
        return commits.write(station.scope(), station.id(), tx -> {
            tx.sql()
                    .insertInto(FILE_LINK)
                    .set(FILE_LINK.TENANT_ID, station.tenant())
                    .set(FILE_LINK.STATION_ID, station.id())
                    .set(FILE_LINK.DIRECTION, direction.word())
                    .set(FILE_LINK.SECRET_HASH, hash)
                    .set(FILE_LINK.FILE_ID, file)
                    .set(FILE_LINK.CREATED_AT, term.from())
                    .set(FILE_LINK.EXPIRES_AT, term.to())
                    .onConflict(FILE_LINK.SECRET_HASH)
                    .doNothing()
                    .execute();
            return tx.sql()
                    .select(FILE_LINK.ID)
                    .from(FILE_LINK)
                    .where(FILE_LINK.SECRET_HASH.eq(hash))
                    .fetchSingle()
                    .value1();
        });
    }

    /** From when to when a link counts. */
    record Term(Instant from, Instant to) {}

    /** Also one that is used or over. */
    Optional<FileLink> find(long id, String secret) {
        return read(
                database.read(Scope.everywhere()),
                FILE_LINK.ID.eq(id).and(FILE_LINK.SECRET_HASH.eq(RandomSecrets.hash(secret))));
    }

    static Optional<FileLink> find(Tx tx, StationRef station, long id) {
        return read(tx.sql(), FILE_LINK.TENANT_ID.eq(station.tenant()).and(FILE_LINK.ID.eq(id)));
    }

    private static Optional<FileLink> read(DSLContext sql, Condition where) {
        return sql.select(FILE_LINK.fields())
                .select(STATION.IDENTITY)
                .from(FILE_LINK)
                .join(STATION)
                .on(STATION.ID.eq(FILE_LINK.STATION_ID))
                .where(where)
                .fetchOptional(SqlFileLinkStore::read);
    }

    /** Of an upload, that its file has come. @return false: another one was first, or it is over */
    static boolean use(Tx tx, FileLink link, long file, Instant now) {
        return tx.sql()
                        .update(FILE_LINK)
                        .set(FILE_LINK.USED_AT, now)
                        .set(FILE_LINK.FILE_ID, file)
                        .set(FILE_LINK.REQUEST_COUNT, FILE_LINK.REQUEST_COUNT.plus(1))
                        .where(FILE_LINK.TENANT_ID.eq(link.station().tenant()), FILE_LINK.ID.eq(link.id()))
                        .and(FILE_LINK.USED_AT.isNull())
                        .and(FILE_LINK.EXPIRES_AT.gt(now))
                        .execute()
                > 0;
    }

    /** Of a download, that it was asked for. */
    void asked(FileLink link, Instant now) {
        commits.write(link.station().scope(), link.station().id(), tx -> {
            tx.later(tx.sql()
                    .update(FILE_LINK)
                    .set(FILE_LINK.USED_AT, link.usedAt() == null ? now : link.usedAt())
                    .set(FILE_LINK.REQUEST_COUNT, FILE_LINK.REQUEST_COUNT.plus(1))
                    .where(FILE_LINK.TENANT_ID.eq(link.station().tenant()), FILE_LINK.ID.eq(link.id())));
            return null;
        });
    }

    static void end(Tx tx, StationRef station, long id, Instant now) {
        tx.sql()
                .update(FILE_LINK)
                .set(FILE_LINK.EXPIRES_AT, now)
                .where(FILE_LINK.TENANT_ID.eq(station.tenant()), FILE_LINK.ID.eq(id))
                .and(FILE_LINK.EXPIRES_AT.gt(now))
                .execute();
    }

    void pruneBefore(Instant end) {
        new OldRows(FILE_LINK, FILE_LINK.ID, FILE_LINK.EXPIRES_AT, SmallSteps.ROWS)
                .deleteBefore(end, database, commits);
    }

    private static FileLink read(Record row) {
        return new FileLink(
                row.get(FILE_LINK.ID),
                new StationRef(row.get(FILE_LINK.TENANT_ID), row.get(FILE_LINK.STATION_ID), row.get(STATION.IDENTITY)),
                FileLink.Direction.of(row.get(FILE_LINK.DIRECTION)),
                row.get(FILE_LINK.FILE_ID),
                row.get(FILE_LINK.EXPIRES_AT),
                row.get(FILE_LINK.USED_AT));
    }
}
