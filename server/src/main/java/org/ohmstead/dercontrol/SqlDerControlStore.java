package org.ohmstead.dercontrol;

import static org.ohmstead.db.schema.Tables.DER_CONTROL;
import static org.ohmstead.db.schema.Tables.DER_REFRESH;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.dercontrol.DerControl.Facts;
import org.ohmstead.dercontrol.DerControl.State;
import org.ohmstead.dercontrol.DerControl.Told;
import org.ohmstead.events.Outbox;
import org.ohmstead.stations.StationRef;

/** The rows of controls. */
@Singleton
public class SqlDerControlStore {
    /** So many of a station are known at most. */
    static final int MOST = 1_000;

    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlDerControlStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    /** A control with the number of its row. */
    record Numbered(long id, DerControl control) {}

    List<Numbered> after(StationRef station, long id, int rows) {
        return database.read(station.scope())
                .selectFrom(DER_CONTROL)
                .where(of(station))
                .and(DER_CONTROL.ID.gt(id))
                .orderBy(DER_CONTROL.ID)
                .limit(rows)
                .fetch(row -> new Numbered(row.getId(), SqlDerControlRow.read(row)));
    }

    Optional<DerControl> find(StationRef station, String id) {
        return database.read(station.scope())
                .selectFrom(DER_CONTROL)
                .where(of(station))
                .and(DER_CONTROL.CONTROL_KEY.eq(Facts.key(id)))
                .fetchOptional(SqlDerControlRow::read);
    }

    /**
     * A command to set one has ended.
     *
     * @param state     how it stands if nothing stood; null: nothing was sent
     * @param displaced those that it has displaced, by the station's word
     */
    void set(
            Tx tx,
            StationRef station,
            Facts facts,
            @Nullable State state,
            List<String> displaced,
            Told told,
            Instant now) {
        DerControl before = find(tx, station, facts.key());
        if (state == null || (state == State.REJECTED && before != null)) { // what stood stands
            if (before != null) {
                SqlDerControlRow.put(tx, station, before.told(told, now));
            }
            return;
        }
        DerControl fresh =
                new DerControl(facts, state, null, null, told, now, before == null ? null : before.reportedAt());
        DerControl rival = state == State.ACCEPTED ? above(tx, station, facts) : null;
        change(
                tx,
                station,
                rival == null
                        ? fresh
                        : fresh.with(State.SUPERSEDED, rival.facts().id(), now));
        displace(tx, station, displaced, facts.id(), now);
        forgetBeyondMost(tx, station);
    }

    /** The one that displaces another, by what is known; null: none does. */
    private static @Nullable DerControl above(Tx tx, StationRef station, Facts facts) {
        return all(tx, station).stream()
                .filter(DerControl::stands)
                .filter(other -> other.facts().outranks(facts))
                .findFirst()
                .orElse(null);
    }

    /** Others are displaced, by the station's word. */
    public void displace(Tx tx, StationRef station, List<String> ids, String by, Instant now) {
        for (String id : ids) {
            DerControl other = find(tx, station, Facts.key(id));
            if (other != null && other.stands()) {
                change(tx, station, other.with(State.SUPERSEDED, by, now));
            }
        }
    }

    /**
     * A command to clear some has ended.
     *
     * @param areGone whether the station has them no more
     * @param told    null: it was another command that told of it
     */
    void cleared(
            Tx tx, StationRef station, DerControls.Which which, boolean areGone, @Nullable Told told, Instant now) {
        Set<String> gone = new HashSet<>();
        for (DerControl each : all(tx, station)) {
            if (which.has(each.facts()) && each.state() != State.CLEARED) {
                DerControl after = told == null ? each : each.told(told, now);
                if (areGone) {
                    gone.add(each.facts().key());
                    change(tx, station, after.with(State.CLEARED, null, now));
                } else {
                    SqlDerControlRow.put(tx, station, after);
                }
            }
        }
        uncover(tx, station, gone, now);
    }

    /** What they had displaced has its place again. */
    private void uncover(Tx tx, StationRef station, Set<String> gone, Instant now) {
        for (DerControl each : all(tx, station)) {
            String by = each.supersededBy();
            if (each.state() == State.SUPERSEDED && by != null && gone.contains(Facts.key(by))) {
                DerControl rival = above(tx, station, each.facts());
                change(
                        tx,
                        station,
                        rival == null
                                ? each.with(State.ACCEPTED, null, now)
                                : each.with(State.SUPERSEDED, rival.facts().id(), now));
            }
        }
    }

    /** The station was asked for all that it has. */
    void asked(Tx tx, StationRef station, long request, Instant now) {
        tx.sql()
                .insertInto(DER_REFRESH)
                .set(DER_REFRESH.TENANT_ID, station.tenant())
                .set(DER_REFRESH.STATION_ID, station.id())
                .set(DER_REFRESH.REQUEST_NUMBER, request)
                .set(DER_REFRESH.ASKED_AT, now)
                .onConflict(DER_REFRESH.TENANT_ID, DER_REFRESH.STATION_ID)
                .doUpdate()
                .set(DER_REFRESH.REQUEST_NUMBER, request)
                .set(DER_REFRESH.ASKED_AT, now)
                .execute();
    }

    /** The station has these. With the last of all that it was asked for, it has no others. */
    void reported(StationRef station, int request, List<ReportedControl> controls, boolean last, Instant now) {
        commits.write(station.scope(), station.id(), tx -> {
            for (ReportedControl control : controls) {
                Facts facts = control.facts();
                DerControl before = find(tx, station, facts.key());
                State state = control.isSuperseded() ? State.SUPERSEDED : State.ACCEPTED;
                change(
                        tx,
                        station,
                        new DerControl(
                                facts,
                                state,
                                before == null || state == State.ACCEPTED ? null : before.supersededBy(),
                                before == null ? null : before.startedAt(),
                                before == null ? null : before.last(),
                                now,
                                now));
            }
            if (last) {
                whole(tx, station, request, now);
            }
            forgetBeyondMost(tx, station);
            return true;
        });
    }

    private void whole(Tx tx, StationRef station, int request, Instant now) {
        Condition asked = DER_REFRESH
                .TENANT_ID
                .eq(station.tenant())
                .and(DER_REFRESH.STATION_ID.eq(station.id()))
                .and(DER_REFRESH.REQUEST_NUMBER.eq((long) request));
        Instant since = tx.sql()
                .select(DER_REFRESH.ASKED_AT)
                .from(DER_REFRESH)
                .where(asked)
                .fetchOne(DER_REFRESH.ASKED_AT);
        if (since == null) {
            return;
        }
        tx.sql().deleteFrom(DER_REFRESH).where(asked).execute();
        for (DerControl each : all(tx, station)) {
            State state = each.stateAt(now);
            boolean mayStand = state == State.ACCEPTED || state == State.SUPERSEDED || state == State.UNKNOWN;
            if (mayStand && each.changedAt().isBefore(since)) {
                change(tx, station, each.with(State.CLEARED, null, now));
            }
        }
    }

    /** The station says that a control has begun, or has ended. */
    public void switched(Tx tx, StationRef station, String id, @Nullable Instant startedAt, Instant now) {
        DerControl before = find(tx, station, Facts.key(id));
        if (before != null) {
            DerControl runs = startedAt == null ? before : before.with(State.ACCEPTED, null, now);
            change(
                    tx,
                    station,
                    new DerControl(
                            runs.facts(),
                            runs.state(),
                            runs.supersededBy(),
                            startedAt,
                            runs.last(),
                            now,
                            runs.reportedAt()));
        }
    }

    /** Writes it, and tells of it where it stands otherwise than before. */
    private void change(Tx tx, StationRef station, DerControl after) {
        DerControl before = find(tx, station, after.facts().key());
        SqlDerControlRow.put(tx, station, after);
        if (before == null || before.state() != after.state() || !before.facts().equals(after.facts())) {
            outbox.append(
                    tx,
                    new DerControlChanged(
                            station.tenant(),
                            station.id(),
                            after.changedAt(),
                            station.identity(),
                            after.facts().id(),
                            after.facts().type(),
                            after.facts().isDefault(),
                            after.state().word(),
                            after.supersededBy()));
        }
    }

    private static @Nullable DerControl find(Tx tx, StationRef station, String key) {
        return tx.sql()
                .selectFrom(DER_CONTROL)
                .where(of(station))
                .and(DER_CONTROL.CONTROL_KEY.eq(key))
                .fetchOne(SqlDerControlRow::read);
    }

    private static List<DerControl> all(Tx tx, StationRef station) {
        return tx.sql()
                .selectFrom(DER_CONTROL)
                .where(of(station))
                .orderBy(DER_CONTROL.ID)
                .fetch(SqlDerControlRow::read);
    }

    private static void forgetBeyondMost(Tx tx, StationRef station) {
        if (tx.sql().fetchCount(DER_CONTROL, of(station)) > MOST) {
            tx.sql()
                    .deleteFrom(DER_CONTROL)
                    .where(of(station))
                    .and(DER_CONTROL.ID.notIn(DSL.select(DER_CONTROL.ID)
                            .from(DER_CONTROL)
                            .where(of(station))
                            .orderBy(DER_CONTROL.CHANGED_AT.desc(), DER_CONTROL.ID.desc())
                            .limit(MOST)))
                    .execute();
        }
    }

    static Condition of(StationRef station) {
        return DER_CONTROL.TENANT_ID.eq(station.tenant()).and(DER_CONTROL.STATION_ID.eq(station.id()));
    }
}
