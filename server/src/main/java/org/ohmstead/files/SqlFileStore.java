package org.ohmstead.files;

import static org.ohmstead.db.schema.Tables.STATION;
import static org.ohmstead.db.schema.Tables.STORED_FILE;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.StationRef;

/** The rows of files. */
@Singleton
public class SqlFileStore {
    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlFileStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** A unit of somebody whose files these are. */
    <T extends @Nullable Object> T write(Scope scope, long lane, GroupCommit.Work<T> unit) {
        return commits.write(scope.wholeTenant(), lane, unit);
    }

    /** @param file whose number is not known yet; where its content stands already, that row is its */
    static StoredFile insert(Tx tx, StoredFile file) {
        StationRef station = file.station();
        tx.sql()
                .insertInto(STORED_FILE)
                .set(STORED_FILE.TENANT_ID, file.tenant())
                .set(STORED_FILE.STATION_ID, station == null ? null : station.id())
                .set(STORED_FILE.KIND, file.kind().word())
                .set(STORED_FILE.NAME, file.name())
                .set(STORED_FILE.NOTE, file.about().note())
                .set(STORED_FILE.VERSION, file.about().version())
                .set(STORED_FILE.CONTENT, file.content().key())
                .set(STORED_FILE.SIZE_BYTES, file.content().size())
                .set(STORED_FILE.SHA256, file.content().sha256())
                .set(STORED_FILE.MD5, file.content().md5())
                .set(STORED_FILE.UPLOADED_BY, file.by())
                .set(STORED_FILE.UPLOADED_AT, file.uploadedAt())
                .onConflict(STORED_FILE.TENANT_ID, STORED_FILE.CONTENT)
                .doNothing()
                .execute();
        return select(tx.sql(), STORED_FILE.TENANT_ID.eq(file.tenant()))
                .and(STORED_FILE.CONTENT.eq(file.content().key()))
                .fetchSingle(SqlFileStore::read);
    }

    Optional<StoredFile> find(Scope scope, long id) {
        return select(database.read(scope), visible(scope))
                .and(STORED_FILE.ID.eq(id))
                .fetchOptional(SqlFileStore::read);
    }

    /** Of one tenant, whoever may see it. */
    static Optional<StoredFile> find(Tx tx, long tenant, long id) {
        return select(tx.sql(), STORED_FILE.TENANT_ID.eq(tenant))
                .and(STORED_FILE.ID.eq(id))
                .fetchOptional(SqlFileStore::read);
    }

    /** The newest first. */
    List<StoredFile> page(Scope scope, FileFilter filter, int rows, @Nullable Cursor after) {
        Condition where = visible(scope);
        if (filter.kind() != null) {
            where = where.and(STORED_FILE.KIND.eq(filter.kind().word()));
        }
        if (filter.station() != null) {
            where = where.and(STORED_FILE.STATION_ID.eq(filter.station()));
        }
        if (filter.sha256() != null) {
            where = where.and(STORED_FILE.SHA256.eq(filter.sha256()));
        }
        if (after != null) {
            where = where.and(STORED_FILE.ID.lt(after.id()));
        }
        return select(database.read(scope), where)
                .orderBy(STORED_FILE.ID.desc())
                .limit(rows)
                .fetch(SqlFileStore::read);
    }

    /** Images are everybody's within the tenant; logs are their stations'. */
    private static Condition visible(Scope scope) {
        return scope.of(STORED_FILE.TENANT_ID)
                .and(STORED_FILE.STATION_ID.isNull().or(scope.of(STORED_FILE.TENANT_ID, STORED_FILE.STATION_ID)));
    }

    static boolean delete(Tx tx, StoredFile file) {
        return tx.sql()
                        .deleteFrom(STORED_FILE)
                        .where(STORED_FILE.TENANT_ID.eq(file.tenant()), STORED_FILE.ID.eq(file.id()))
                        .execute()
                > 0;
    }

    /** One that has grown old. */
    void forget(StoredFile file) {
        commits.write(Scope.everywhere(), GroupCommit.UPKEEP, tx -> delete(tx, file));
    }

    /** Logs of all tenants that are older. */
    List<StoredFile> logsBefore(Instant end, int rows) {
        return select(database.read(Scope.everywhere()), STORED_FILE.KIND.eq(FileKind.LOG.word()))
                .and(STORED_FILE.UPLOADED_AT.lt(end))
                .orderBy(STORED_FILE.ID)
                .limit(rows)
                .fetch(SqlFileStore::read);
    }

    /** Which of these names in the folder are of files that are kept. */
    Set<String> known(List<String> contents) {
        return new HashSet<>(database.read(Scope.everywhere())
                .select(STORED_FILE.CONTENT)
                .from(STORED_FILE)
                .where(STORED_FILE.CONTENT.in(contents))
                .fetch(STORED_FILE.CONTENT));
    }

    private static SelectConditionStep<Record> select(DSLContext sql, Condition where) {
        return sql.select(STORED_FILE.fields())
                .select(STATION.IDENTITY)
                .from(STORED_FILE)
                .leftJoin(STATION)
                .on(STATION.ID.eq(STORED_FILE.STATION_ID), STATION.TENANT_ID.eq(STORED_FILE.TENANT_ID))
                .where(where);
    }

    private static StoredFile read(Record row) {
        Long station = row.get(STORED_FILE.STATION_ID);
        long tenant = row.get(STORED_FILE.TENANT_ID);
        return new StoredFile(
                row.get(STORED_FILE.ID),
                tenant,
                station == null ? null : new StationRef(tenant, station, row.get(STATION.IDENTITY)),
                FileKind.of(row.get(STORED_FILE.KIND)),
                new StoredFile.About(
                        row.get(STORED_FILE.NAME), row.get(STORED_FILE.NOTE), row.get(STORED_FILE.VERSION)),
                new StoredFile.Content(
                        row.get(STORED_FILE.CONTENT),
                        row.get(STORED_FILE.SIZE_BYTES),
                        row.get(STORED_FILE.SHA256),
                        row.get(STORED_FILE.MD5)),
                row.get(STORED_FILE.UPLOADED_BY),
                row.get(STORED_FILE.UPLOADED_AT));
    }
}
