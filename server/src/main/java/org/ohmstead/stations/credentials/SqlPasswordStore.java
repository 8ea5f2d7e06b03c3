package org.ohmstead.stations.credentials;

import static org.ohmstead.db.schema.Tables.STATION;
import static org.ohmstead.db.schema.Tables.STATION_PASSWORD;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.ohmstead.audit.Recording;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.stations.PasswordHash;
import org.ohmstead.stations.StationChanges;
import org.ohmstead.stations.StationRef;

/**
 * The rows of passwords that stations were told and that are not settled: a handful of a whole fleet, so all of them are in
 * memory, and a sign-in asks no database.
 */
@Singleton
public class SqlPasswordStore {
    private final Database database;
    private final GroupCommit commits;
    private @Nullable Map<Long, List<Told>> all;

    /**
     * @param beside   the station's own when it was told; empty: it had none
     * @param later    the station has taken it and uses it later
     * @param underWay the command's outcome is not known yet; of this process alone
     */
    record Told(PasswordHash hash, String beside, boolean later, boolean underWay) {
        Told(PasswordHash hash, String beside, boolean later) {
            this(hash, beside, later, true);
        }
    }

    @Inject
    public SqlPasswordStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** In the order in which they were told. */
    synchronized List<Told> of(StationRef station) {
        return List.copyOf(all().getOrDefault(station.id(), List.of()));
    }

    void add(StationRef station, Told told, Instant now) {
        commits.write(station.scope(), station.id(), tx -> tx.sql()
                .insertInto(STATION_PASSWORD)
                .set(STATION_PASSWORD.TENANT_ID, station.tenant())
                .set(STATION_PASSWORD.STATION_ID, station.id())
                .set(STATION_PASSWORD.PASSWORD_HASH, told.hash().text())
                .set(STATION_PASSWORD.BESIDE_HASH, told.beside())
                .set(STATION_PASSWORD.IS_LATER, told.later())
                .set(STATION_PASSWORD.TOLD_AT, now)
                .execute());
        change(station, known -> known.add(told));
    }

    /** The station's own is this one from now on, and all others are forgotten. */
    void settle(StationRef station, PasswordHash hash, Instant now, Recording by) {
        commits.write(station.scope(), station.id(), tx -> {
            int changed = tx.sql()
                    .update(STATION)
                    .set(STATION.FORMER_PASSWORD_HASH, STATION.PASSWORD_HASH)
                    .set(STATION.PASSWORD_HASH, hash.text())
                    .set(STATION.UPDATED_AT, now)
                    .where(STATION.ID.eq(station.id()), STATION.TENANT_ID.eq(station.tenant()))
                    .and(STATION.PASSWORD_HASH.isDistinctFrom(hash.text()))
                    .execute();
            if (changed > 0) {
                by.record(tx, StationChanges.done(station, "password-changed"));
            }
            return tx.sql()
                    .deleteFrom(STATION_PASSWORD)
                    .where(of(station.tenant(), station.id()))
                    .execute();
        });
        change(station, List::clear);
    }

    void later(StationRef station, PasswordHash hash) {
        commits.write(station.scope(), station.id(), tx -> tx.sql()
                .update(STATION_PASSWORD)
                .set(STATION_PASSWORD.IS_LATER, true)
                .where(of(station.tenant(), station.id()).and(STATION_PASSWORD.PASSWORD_HASH.eq(hash.text())))
                .execute());
        replace(station, hash, true);
    }

    /** Its command has ended, and nobody knows how. */
    void ended(StationRef station, PasswordHash hash) {
        replace(station, hash, false);
    }

    void remove(StationRef station, PasswordHash hash) {
        commits.write(station.scope(), station.id(), tx -> tx.sql()
                .deleteFrom(STATION_PASSWORD)
                .where(of(station.tenant(), station.id()).and(STATION_PASSWORD.PASSWORD_HASH.eq(hash.text())))
                .execute());
        change(station, known -> known.removeIf(told -> told.hash().equals(hash)));
    }

    private void replace(StationRef station, PasswordHash hash, boolean later) {
        change(
                station,
                known -> known.replaceAll(
                        told -> told.hash().equals(hash) ? new Told(hash, told.beside(), later, false) : told));
    }

    private synchronized void change(StationRef station, Consumer<List<Told>> how) {
        List<Told> known = all().computeIfAbsent(station.id(), absent -> new ArrayList<>());
        how.accept(known);
        if (known.isEmpty()) {
            all().remove(station.id());
        }
    }

    private Map<Long, List<Told>> all() {
        Map<Long, List<Told>> loaded = all;
        if (loaded == null) {
            Map<Long, List<Told>> rows = new HashMap<>();
            database.read(Scope.everywhere())
                    .selectFrom(STATION_PASSWORD)
                    .orderBy(STATION_PASSWORD.TOLD_AT)
                    .forEach(row -> rows.computeIfAbsent(row.getStationId(), absent -> new ArrayList<>())
                            .add(new Told(
                                    new PasswordHash(row.getPasswordHash()),
                                    row.getBesideHash(),
                                    row.getIsLater(),
                                    false)));
            loaded = rows;
            all = loaded;
        }
        return loaded;
    }

    private static Condition of(long tenant, long station) {
        return STATION_PASSWORD.TENANT_ID.eq(tenant).and(STATION_PASSWORD.STATION_ID.eq(station));
    }
}
