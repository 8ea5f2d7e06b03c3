package org.ohmstead.blocks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.availability.BlockMark;
import org.ohmstead.stations.availability.BlockMarks;

/**
 * What of stations takes no new sessions, because somebody said so. It counts at once, whatever the station says: a session that
 * is to begin there is refused. Those that run go on to their end.
 */
@Singleton
public class ConnectorBlocks implements BlockMarks {
    static final String ENTITY = "connector-block";
    private static final int LONGEST_REASON = 200;
    private static final String IN_SERVICE = "In service";

    private final SqlConnectorBlockStore store;
    private final BlockLifting lifting;
    private final BlockSending sending;
    private final BlockExpiry expiry;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public ConnectorBlocks(
            SqlConnectorBlockStore store,
            BlockLifting lifting,
            BlockSending sending,
            BlockExpiry expiry,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.lifting = lifting;
        this.sending = sending;
        this.expiry = expiry;
        this.audit = audit;
        this.clock = clock;
    }

    /** What of a station is blocked, the widest first. */
    public List<ConnectorBlock> standing(StationRef station) {
        return store.of(station).stream().filter(ConnectorBlock::stands).toList();
    }

    /** Of some stations, asked for at once. @return by their ids; none: nothing of it is blocked */
    public Map<Long, List<ConnectorBlock>> standing(Scope scope, Collection<StationRef> stations) {
        return store.of(scope, stations).stream()
                .filter(ConnectorBlock::stands)
                .collect(Collectors.groupingBy(block -> block.station().id()));
    }

    /** The same of one for who has been told of a change just now, which memory may not know yet. */
    public List<ConnectorBlock> standingNow(StationRef station) {
        return store.read(station).stream().filter(ConnectorBlock::stands).toList();
    }

    /** The same, and what was lifted and the station has still to be told of. */
    public List<ConnectorBlock> of(StationRef station) {
        return store.of(station).stream().filter(block -> !block.isOnlyKept()).toList();
    }

    /** What of a station somebody wants to be in service or out of it, and what it was freed of and has still to be told. */
    public List<ConnectorBlock> wanted(StationRef station) {
        return store.read(station);
    }

    /** Of all stations within the scope, in the order of their identities. */
    public Page<ConnectorBlock> page(Scope scope, Limit limit, @Nullable Cursor cursor) {
        SqlConnectorBlockStore.After after = cursor == null
                ? null
                : new SqlConnectorBlockStore.After(cursor.key(0, 3), cursor.number(1, 3), cursor.number(2, 3));
        return Page.of(
                store.page(scope, after, limit.rows() + 1),
                limit,
                block -> Cursor.at(
                        block.station().key(),
                        Integer.toString(block.place().evse()),
                        Integer.toString(block.place().connector())));
    }

    @Override
    public List<BlockMark> marks(StationRef station) {
        return standing(station).stream()
                .map(block -> new BlockMark(
                        block.place().evse(),
                        block.place().connector(),
                        block.terms().reason(),
                        block.terms().by(),
                        block.since(),
                        block.terms().until()))
                .toList();
    }

    /**
     * What somebody wants.
     *
     * @param until null: until somebody lifts it
     */
    public record Wanted(@Nullable String reason, @Nullable Instant until) {
        private ConnectorBlock.Terms terms(Actor by, Instant now) {
            if (reason == null || reason.isBlank()) {
                throw Refused.invalid("reason", "reason is missing. Say why it is blocked, for those who find it so.");
            }
            if (reason.length() > LONGEST_REASON || reason.chars().anyMatch(Character::isISOControl)) {
                throw Refused.invalid(
                        "reason",
                        "reason has " + reason.length() + " characters; allowed are " + LONGEST_REASON
                                + ", none of them a line break.");
            }
            if (until != null && !until.isAfter(now)) {
                throw Refused.invalid(
                        "until", "until is " + until + ", which is over. Give a time to come, or leave it out.");
            }
            return new ConnectorBlock.Terms(
                    reason.strip(), by.word(), until == null ? null : until.truncatedTo(ChronoUnit.MILLIS));
        }
    }

    /**
     * Blocks something that is there, or says anew why and until when, and has the station told. One that has refused before is
     * told again.
     *
     * @param check of the block that stands already, once or more often; throws where it must not be changed
     * @throws Refused invalid reason or time
     */
    public ConnectorBlock block(
            Actor by, StationRef station, BlockPlace place, Wanted wanted, Consumer<ConnectorBlock> check) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ConnectorBlock.Terms terms = wanted.terms(by, now);
        ConnectorBlock block = store.change(
                        station,
                        place,
                        before -> blocked(
                                before,
                                new ConnectorBlock(
                                        station,
                                        place,
                                        before == null ? 1 : before.number() + 1,
                                        terms,
                                        now,
                                        null,
                                        false,
                                        ConnectorBlock.Answer.NONE),
                                check),
                        expiry::schedule,
                        audit.by(by))
                .orElseThrow();
        sending.tellNews(station);
        return block;
    }

    private static SqlConnectorBlockStore.Change blocked(
            @Nullable ConnectorBlock before, ConnectorBlock fresh, Consumer<ConnectorBlock> check) {
        String id = fresh.place().at(fresh.station());
        if (before == null || !before.stands()) {
            return new SqlConnectorBlockStore.Change(
                    fresh, AuditEntry.created(ENTITY, id, fresh.fields()), event(fresh));
        }
        check.accept(before);
        ConnectorBlock after = before.with(fresh.terms());
        return new SqlConnectorBlockStore.Change(
                after, AuditEntry.changed(ENTITY, id, before.fields(), after.fields()), null);
    }

    private static ConnectorBlocked event(ConnectorBlock block) {
        StationRef station = block.station();
        return new ConnectorBlocked(
                station.tenant(),
                station.id(),
                block.since(),
                station.identity(),
                block.place().evse(),
                block.place().connector(),
                block.terms().reason(),
                block.terms().by(),
                block.terms().until());
    }

    /**
     * Wants something to be in service from now on: lifts its block, if it has one, and has the station told, now and after each
     * boot. What is blocked of it, or with it, by itself stays so.
     *
     * @param reason null: none is given
     */
    public ConnectorBlock putInService(Actor by, StationRef station, BlockPlace place, @Nullable String reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ConnectorBlock.Terms terms = new Wanted(reason == null ? IN_SERVICE : reason, null).terms(by, now);
        ConnectorBlock wanted = store.change(
                        station,
                        place,
                        before -> inService(
                                by,
                                before,
                                new ConnectorBlock(
                                        station, place, 0, terms, now, now, true, ConnectorBlock.Answer.NONE)),
                        (tx, kept) -> {},
                        audit.by(by))
                .orElseThrow();
        sending.tellNews(station);
        return wanted;
    }

    private static SqlConnectorBlockStore.Change inService(
            Actor by, @Nullable ConnectorBlock before, ConnectorBlock fresh) {
        ConnectorBlock after = (before == null ? fresh : before).inService(fresh.terms(), fresh.since());
        boolean lifts = before != null && before.stands();
        AuditEntry entry = AuditEntry.done(
                "station",
                fresh.station().identity(),
                "availability-set",
                Map.of("place", fresh.place().at(fresh.station()), "operative", true));
        return new SqlConnectorBlockStore.Change(
                after, entry, lifts ? BlockLifting.unblocked(by, after.station(), after.place(), after.since()) : null);
    }

    /**
     * Lifts a block and has the station told.
     *
     * @param check of the block that stands, once or more often; throws where it must not be lifted
     * @throws Refused not found
     */
    public void unblock(Actor by, StationRef station, BlockPlace place, Consumer<ConnectorBlock> check) {
        boolean lifted = lifting.lift(by, station, place, block -> {
            check.accept(block);
            return true;
        });
        if (!lifted) {
            throw Refused.notFound(place.at(station) + " is not blocked by itself. What is blocked there stands at"
                    + " GET /api/v1/stations/" + station.identity() + "/blocks.");
        }
    }
}
