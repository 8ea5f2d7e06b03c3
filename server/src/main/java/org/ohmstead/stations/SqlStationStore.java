package org.ohmstead.stations;

import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.Recording;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.events.Event;
import org.ohmstead.events.Outbox;
import org.ohmstead.nodes.Invalidations;
import org.ohmstead.ocpp.OcppVersion;

/** The rows of the stations. */
@Singleton
public class SqlStationStore {
    private static final String MEMORY = "station-memory";
    private static final Duration LATEST_FLUSH = Duration.ofMinutes(5);

    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlStationStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    /** What two identities have in common that must not both exist. */
    static String key(String identity) {
        return identity.toLowerCase(Locale.ROOT);
    }

    public Optional<Station> find(Scope scope, String identity) {
        return database.read(scope)
                .selectFrom(STATION)
                .where(scope.of(STATION.TENANT_ID, STATION.ID), STATION.IDENTITY_KEY.eq(key(identity)))
                .fetchOptional(SqlStationRows::read);
    }

    /** Whether a station that there is is one of the scope's. */
    boolean isWithin(Scope scope, StationRef station) {
        return database.read(scope)
                .fetchExists(STATION, scope.of(STATION.TENANT_ID, STATION.ID).and(STATION.ID.eq(station.id())));
    }

    /** Stations in the order of their identity, behind the one with the key. */
    public List<Station> after(Scope scope, @Nullable String search, @Nullable String afterKey, int rows) {
        Condition where = scope.of(STATION.TENANT_ID, STATION.ID);
        if (afterKey != null) {
            where = where.and(STATION.IDENTITY_KEY.gt(afterKey));
        }
        if (search != null && !search.isBlank()) {
            where = where.and(SqlStationRows.matches(search.strip()));
        }
        return database.read(scope)
                .selectFrom(STATION)
                .where(where)
                .orderBy(STATION.IDENTITY_KEY)
                .limit(rows)
                .fetch(SqlStationRows::read);
    }

    /** @param scope whose groups it may be in. @return false: the identity stands already, perhaps in another case */
    boolean create(Scope scope, NewStation station, Instant now, Recording by) {
        return commits.write(scope, GroupCommit.BACKGROUND, tx -> {
            boolean created = SqlGroupRows.create(tx, scope, station, now);
            if (created) {
                by.record(tx, StationChanges.created(station));
            }
            return created;
        });
    }

    /** @return false: the station is not as it was, and nothing was changed */
    boolean configure(Station before, StationConfig config, Instant now, Recording by) {
        return change(before, SqlStationRows.columns(config), now, by, StationChanges.configured(before, config));
    }

    /** @return false: the station is not as it was, and nothing was changed */
    boolean password(Station before, @Nullable PasswordHash hash, Instant now, Recording by) {
        Map<Field<?>, @Nullable Object> columns = new HashMap<>();
        columns.put(STATION.PASSWORD_HASH, hash == null ? null : hash.text());
        columns.put(STATION.FORMER_PASSWORD_HASH, STATION.PASSWORD_HASH);
        return change(before, columns, now, by, StationChanges.password(before, hash != null));
    }

    private boolean change(
            Station before, Map<Field<?>, @Nullable Object> columns, Instant now, Recording by, AuditEntry entry) {
        return commits.write(before.ref().scope(), before.ref().id(), tx -> {
            boolean changed = SqlStationRows.isAsItWas(tx, before)
                    && tx.sql()
                                    .update(STATION)
                                    .set(columns)
                                    .set(STATION.UPDATED_AT, now)
                                    .where(STATION.ID.eq(before.ref().id()))
                                    .execute()
                            > 0;
            if (changed) {
                by.record(tx, entry);
            }
            return changed;
        });
    }

    void registration(StationRef station, Registration registration, Recording by) {
        commits.write(station.scope(), station.id(), tx -> {
            recordIfOther(tx, station, registration, by);
            return tx.sql()
                    .update(STATION)
                    .set(STATION.REGISTRATION, registration.word())
                    .where(STATION.ID.eq(station.id()), STATION.TENANT_ID.eq(station.tenant()))
                    .execute();
        });
    }

    private static void recordIfOther(Tx tx, StationRef station, Registration registration, Recording by) {
        tx.rows("select registration from station where id = ?", row -> String.valueOf(row.text(1)), station.id())
                .forEach(before -> by.record(tx, StationChanges.registered(station, before, registration)));
    }

    /** What became of a station that was to be deleted. */
    enum Deletion {
        DELETED,
        /** It is not as it was. */
        CHANGED,
        /** Something refers to it that outlives stations, which are charging sessions. */
        CHARGED
    }

    Deletion delete(Station before, Recording by) {
        long id = before.ref().id();
        try {
            return commits.write(before.ref().scope(), id, tx -> {
                boolean same = SqlStationRows.isAsItWas(tx, before);
                if (same) {
                    tx.sql().deleteFrom(STATION).where(STATION.ID.eq(id)).execute();
                    by.record(tx, StationChanges.deleted(before));
                }
                return same ? Deletion.DELETED : Deletion.CHANGED;
            });
        } catch (IntegrityConstraintViolationException e) {
            return Deletion.CHARGED;
        }
    }

    /**
     * Stores a boot.
     *
     * @param changed what is new beside the time; null: nothing
     * @param event   null: nothing to tell
     */
    void booted(StationRef station, Instant at, @Nullable Change changed, @Nullable StationBooted event, Recording by) {
        commits.write(station.scope(), station.id(), tx -> {
            if (changed != null) {
                recordIfOther(tx, station, changed.registration(), by);
            }
            tx.sql()
                    .update(STATION)
                    .set(STATION.LAST_BOOT_AT, at)
                    .set(changed == null ? Map.of() : SqlStationRows.columns(changed, at))
                    .where(STATION.ID.eq(station.id()))
                    .execute();
            if (event != null) {
                outbox.append(tx, event);
            }
            return null;
        });
    }

    /**
     * What a boot changes on a station's row.
     *
     * @param otherFirmware its missing capabilities are forgotten
     */
    public record Change(BootFacts facts, Registration registration, boolean otherFirmware) {}

    public void version(Tx tx, StationRef station, OcppVersion version) {
        tx.sql()
                .update(STATION)
                .set(STATION.OCPP_VERSION, version.number())
                .where(STATION.ID.eq(station.id()), STATION.OCPP_VERSION.isDistinctFrom(version.number()))
                .execute();
    }

    /**
     * This node speaks for the station from now on. If another one did meanwhile, what this one remembers of it counts no more.
     *
     * @return whether {@link #moved} is to be called once this is on disk
     */
    public boolean lease(Tx tx, StationRef station) {
        String mine = commits.node().name();
        String before = tx
                .rows(
                        "select node_name from station where id = ?",
                        row -> Optional.ofNullable(row.text(1)),
                        station.id())
                .stream()
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
        if (!before.equals(mine)) {
            tx.forget();
            tx.later("update station set node_name = ? where id = ?", mine, station.id());
        }
        return !before.equals(mine);
    }

    /** It comes from another node, or for the first time: who remembers anything of it forgets that. */
    public void moved(StationRef station) {
        invalidations().heard(MEMORY, Long.toString(station.id()));
    }

    /** Whoever remembers anything of stations registers under this name, to forget a station that comes from another node. */
    public void whenMoved(LongConsumer forget) {
        commits.node().invalidations().register(MEMORY, station -> forget.accept(Long.parseLong(station)));
    }

    Invalidations invalidations() {
        return commits.node().invalidations();
    }

    /** @return false: it was known already */
    boolean unsupported(StationRef station, String action) {
        return commits.write(station.scope(), station.id(), tx -> {
            String before = tx.sql()
                    .select(STATION.UNSUPPORTED_JSON)
                    .from(STATION)
                    .where(STATION.ID.eq(station.id()))
                    .fetchOne(STATION.UNSUPPORTED_JSON);
            List<String> actions = new ArrayList<>(SqlStationRows.actions(before));
            if (actions.contains(action)) {
                return false;
            }
            actions.add(action);
            return tx.sql()
                            .update(STATION)
                            .set(STATION.UNSUPPORTED_JSON, SqlStationRows.json(actions))
                            .where(STATION.ID.eq(station.id()))
                            .execute()
                    > 0;
        });
    }

    /** Tells of something that is no row. */
    public void tell(StationRef station, Event event) {
        commits.write(station.scope(), station.id(), tx -> {
            outbox.append(tx, event);
            return null;
        });
    }

    public void clock(StationRef station, ClockOffset offset) {
        commits.write(station.scope(), station.id(), tx -> {
            tx.later(
                    "update station set clock_ahead_ms = ?, clock_since_at = ?, clock_measured_at = ? where id = ?",
                    offset.ahead().toMillis(),
                    offset.since(),
                    offset.measuredAt(),
                    station.id());
            return null;
        });
    }

    /** Not backwards, because an older flush may come late; but much later was never true: our clock was set back since. */
    public void seen(StationRef station, Instant at) {
        commits.write(station.scope(), station.id(), tx -> {
            tx.later(
                    "update station set last_seen_at = ?"
                            + " where id = ? and (last_seen_at is null or last_seen_at < ? or last_seen_at > ?)",
                    at,
                    station.id(),
                    at,
                    at.plus(LATEST_FLUSH));
            return null;
        });
    }
}
