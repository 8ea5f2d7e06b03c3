package org.ohmstead.messagelog;

import static org.ohmstead.db.schema.Tables.MESSAGE_PACK;
import static org.ohmstead.db.schema.Tables.MESSAGE_STATION;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;

/** The tables of the message log: packs of frames, and which stations each pack is about. */
@Singleton
public class SqlMessageStore {
    private static final String PACK =
            "insert into message_pack (id, tenant_id, first_at, last_at, actions, frames) values (?, ?, ?, ?, ?, ?)";
    private static final String INDEX =
            "insert into message_station (tenant_id, station_id, pack_id) values (?, ?, ?) on conflict do nothing";
    private static final String UNINDEX =
            "delete from message_station where tenant_id = ? and station_id = ? and pack_id = ?";
    /** Packs. They are read, because they alone know which stations they are about. */
    private static final int DELETED_AT_ONCE = 32;
    /** How far the packs of several nodes, or of a clock that was set back, may be out of the order of time. */
    private static final Duration DISORDER = Duration.ofMinutes(1);

    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlMessageStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** A pack as it is stored. */
    record Pack(long id, long tenant, byte[] frames) {
        List<Entry> entries() {
            return FramePack.unpack(tenant, frames);
        }
    }

    /**
     * Writes packs in one commit, all or none. Where nobody knows whether it stands, one may stand twice; the trace is no fact.
     *
     * @param deflated smaller, and slower to write
     */
    void add(List<OpenPack> packs, boolean deflated) {
        List<byte[]> frames = packs.stream().map(pack -> pack.bytes(deflated)).toList();
        commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, tx -> {
            for (int i = 0; i < packs.size(); i++) {
                add(tx, packs.get(i), frames.get(i));
            }
            return null;
        });
    }

    private static void add(Tx tx, OpenPack pack, byte[] frames) {
        long id = tx.nextId(MESSAGE_PACK.getName());
        tx.later(PACK, id, pack.tenant(), pack.firstAt(), pack.lastAt(), actions(pack), frames);
        pack.stations().forEach(station -> tx.later(INDEX, pack.tenant(), station, id));
    }

    /** PostgreSQL keeps no NUL in a text, and broken stations send it. */
    private static String actions(OpenPack pack) {
        return pack.actions().stream()
                .map(action -> action.replace('\0', '\uFFFD'))
                .collect(Collectors.joining(" ", " ", " "));
    }

    private static Set<Long> stations(List<Entry> entries) {
        return entries.stream().map(Entry::station).collect(Collectors.toSet());
    }

    /**
     * Deletes the oldest of what was last written to before that time, some at a time.
     *
     * @return whether there may be more
     */
    boolean deleteOlderThan(Instant limit) {
        List<Pack> old = database.read(Scope.everywhere())
                .select(MESSAGE_PACK.ID, MESSAGE_PACK.TENANT_ID, MESSAGE_PACK.FRAMES)
                .from(MESSAGE_PACK)
                .where(MESSAGE_PACK.LAST_AT.lt(limit))
                .orderBy(MESSAGE_PACK.LAST_AT)
                .limit(DELETED_AT_ONCE)
                .fetch(row -> new Pack(row.value1(), row.value2(), row.value3()));
        List<@Nullable Object[]> index = new ArrayList<>();
        List<Long> packs = new ArrayList<>();
        for (Pack pack : old) {
            packs.add(pack.id());
            stationsOf(pack).forEach(station -> index.add(new Object[] {pack.tenant(), station, pack.id()}));
            if (index.size() >= SmallSteps.ROWS) {
                delete(index, packs);
            }
        }
        delete(index, packs);
        return old.size() == DELETED_AT_ONCE;
    }

    private void delete(List<@Nullable Object[]> index, List<Long> packs) {
        if (packs.isEmpty()) {
            return;
        }
        commits.write(Scope.everywhere(), GroupCommit.UPKEEP, tx -> {
            index.forEach(row -> tx.later(UNINDEX, row));
            packs.forEach(pack -> tx.later("delete from message_pack where id = ?", pack));
            return null;
        });
        index.clear();
        packs.clear();
    }

    /** A pack that cannot be read any more must not keep those behind it from being deleted. */
    private static Set<Long> stationsOf(Pack pack) {
        try {
            return stations(pack.entries());
        } catch (UncheckedIOException e) {
            return Set.of();
        }
    }

    /**
     * Packs that may hold what the filter asks for, newest first.
     *
     * @param upTo no pack with a greater id
     */
    List<Pack> packs(MessageFilter filter, long upTo, int rows) {
        Scope scope = filter.scope();
        Condition where = scope.of(MESSAGE_PACK.TENANT_ID).and(MESSAGE_PACK.ID.le(upTo));
        if (filter.action() != null) {
            where = where.and(MESSAGE_PACK.ACTIONS.contains(" " + filter.action() + " "));
        }
        if (filter.from() != null) {
            where = where.and(MESSAGE_PACK.ID.ge(firstSince(filter.from().minus(DISORDER))))
                    .and(MESSAGE_PACK.LAST_AT.ge(filter.from()));
        }
        if (filter.to() != null) {
            where = where.and(MESSAGE_PACK.FIRST_AT.lt(filter.to()));
            if (!isNewestBefore(filter.to().plus(DISORDER))) {
                where = where.and(MESSAGE_PACK.ID.le(firstSince(filter.to().plus(DISORDER))));
            }
        }
        if (scope.isLimited() && filter.station() == null) {
            where = where.and(MESSAGE_PACK.ID.in(DSL.select(MESSAGE_STATION.PACK_ID)
                    .from(MESSAGE_STATION)
                    .where(scope.of(MESSAGE_STATION.TENANT_ID, MESSAGE_STATION.STATION_ID))));
        }
        var packs = database.read(scope)
                .select(MESSAGE_PACK.ID, MESSAGE_PACK.TENANT_ID, MESSAGE_PACK.FRAMES)
                .from(MESSAGE_PACK);
        var ordered = filter.station() == null
                ? packs.where(where).orderBy(MESSAGE_PACK.ID.desc())
                : packs.join(MESSAGE_STATION)
                        .on(MESSAGE_STATION.PACK_ID.eq(MESSAGE_PACK.ID))
                        .where(where)
                        .and(scope.of(MESSAGE_STATION.TENANT_ID, MESSAGE_STATION.STATION_ID))
                        .and(MESSAGE_STATION.STATION_ID.eq(filter.station()))
                        .and(MESSAGE_STATION.PACK_ID.le(upTo))
                        .orderBy(MESSAGE_STATION.PACK_ID.desc());
        return ordered.limit(rows).fetch(row -> new Pack(row.value1(), row.value2(), row.value3()));
    }

    /** Packs of all tenants stand in one order. Then no pack comes too late; one of that time may stand anywhere, if our clock was once ahead. */
    private boolean isNewestBefore(Instant time) {
        return database.read(Scope.everywhere())
                .select(MESSAGE_PACK.LAST_AT)
                .from(MESSAGE_PACK)
                .orderBy(MESSAGE_PACK.ID.desc())
                .limit(1)
                .fetchOptional(MESSAGE_PACK.LAST_AT)
                .filter(newest -> newest.isBefore(time))
                .isPresent();
    }

    private long firstSince(Instant time) {
        return database.read(Scope.everywhere())
                .select(MESSAGE_PACK.ID)
                .from(MESSAGE_PACK)
                .where(MESSAGE_PACK.LAST_AT.ge(time))
                .orderBy(MESSAGE_PACK.LAST_AT)
                .limit(1)
                .fetchOptional(MESSAGE_PACK.ID)
                .orElse(Long.MAX_VALUE);
    }

    Optional<Long> station(Scope scope, String identity) {
        return database.read(scope)
                .select(STATION.ID)
                .from(STATION)
                .where(scope.of(STATION.TENANT_ID, STATION.ID))
                .and(STATION.IDENTITY_KEY.eq(identity.toLowerCase(Locale.ROOT)))
                .fetchOptional(STATION.ID);
    }

    /** The identities of those stations that there still are, within the scope. */
    Map<Long, String> identities(Scope scope, Collection<Long> stations) {
        return database.read(scope)
                .select(STATION.ID, STATION.IDENTITY)
                .from(STATION)
                .where(scope.of(STATION.TENANT_ID, STATION.ID))
                .and(STATION.ID.in(stations))
                .fetchMap(STATION.ID, STATION.IDENTITY);
    }
}
