package org.ohmstead.dercontrol.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.dercontrol.SqlDerControlStore;
import org.ohmstead.events.Outbox;
import org.ohmstead.stations.StationRef;

/**
 * What stations report of their controls. What was reported already is taken once. An alarm has one level, and may change what it
 * is about without an end (R05.FR.03, R05.FR.04): then the one before is over.
 */
@Singleton
public class DerTimeline {
    private final SqlDerEventStore store;
    private final SqlDerControlStore controls;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public DerTimeline(SqlDerEventStore store, SqlDerControlStore controls, GroupCommit commits, Outbox outbox) {
        this.store = store;
        this.controls = controls;
        this.commits = commits;
        this.outbox = outbox;
    }

    /** A control has begun or ended (R04). */
    public void switched(StationRef station, DerSwitch what) {
        commits.write(station.scope(), station.id(), tx -> {
            if (store.add(tx, station, what)) {
                controls.switched(tx, station, what.controlId(), what.started() ? what.at() : null, what.receivedAt());
                controls.displace(tx, station, what.superseded(), what.controlId(), what.receivedAt());
                outbox.append(
                        tx,
                        new DerControlSwitched(
                                station.tenant(),
                                station.id(),
                                what.receivedAt(),
                                station.identity(),
                                what.controlId(),
                                what.started(),
                                what.at(),
                                what.superseded()));
            }
            return true;
        });
        store.grown(station);
    }

    /** Something in the grid has set a control off, or that is over (R05). */
    public void alarm(StationRef station, DerAlarm alarm) {
        commits.write(station.scope(), station.id(), tx -> {
            List<DerEvent> open = store.openAlarms(tx, station, alarm.type());
            if (alarm.isOver()) {
                end(tx, station, alarm, open);
            } else if (open.stream().noneMatch(standing -> isSame(standing, alarm)) && store.add(tx, station, alarm)) {
                store.openAlarms(tx, station, alarm.type()).stream()
                        .filter(now -> isSame(now, alarm))
                        .forEach(now -> tell(tx, station, now.id(), alarm, now.fault(), false));
                end(tx, station, alarm, open);
            }
            return true;
        });
        store.grown(station);
    }

    private static boolean isSame(DerEvent standing, DerAlarm alarm) {
        String fault = standing.fault();
        return fault == null ? alarm.fault() == null : fault.equals(alarm.fault());
    }

    /** Of an end whose beginning never came there is a line all the same. */
    private void end(Tx tx, StationRef station, DerAlarm alarm, List<DerEvent> open) {
        for (DerEvent standing : open) {
            store.end(tx, station, standing.id(), alarm.at());
            tell(tx, station, standing.id(), alarm, standing.fault(), true);
        }
        if (open.isEmpty() && alarm.isOver() && !store.hasEnd(tx, station, alarm)) {
            store.add(tx, station, alarm);
        }
    }

    private void tell(Tx tx, StationRef station, long id, DerAlarm alarm, @Nullable String fault, boolean ended) {
        outbox.append(
                tx,
                new DerAlarmChanged(
                        station.tenant(),
                        station.id(),
                        alarm.receivedAt(),
                        station.identity(),
                        id,
                        alarm.type(),
                        fault,
                        ended,
                        alarm.at()));
    }

    /** The one that came last first. */
    Page<DerEvent> page(Scope scope, DerEventFilter filter, Limit limit, @Nullable Cursor after) {
        return Page.of(store.before(scope, filter, limit.rows() + 1, after), limit, row -> Cursor.at(row.id()));
    }
}
