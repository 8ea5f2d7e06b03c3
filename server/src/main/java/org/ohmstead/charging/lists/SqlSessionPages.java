package org.ohmstead.charging.lists;

import static org.ohmstead.db.schema.Tables.CHARGING_SESSION;
import static org.ohmstead.db.schema.Tables.METER_READING;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Row2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.api.TimeText;
import org.ohmstead.background.OneByOne;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.SessionState;
import org.ohmstead.charging.store.SqlSessionRow;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.schema.tables.Station;
import org.ohmstead.stations.StationRef;

/** What the API reads of sessions and readings; newest first. */
@Singleton
public class SqlSessionPages {
    private final Database database;

    @Inject
    public SqlSessionPages(Database database) {
        this.database = database;
    }

    /** The newest start first; the newest end where the filter is about ends. */
    public Page<ChargingSession> sessions(Scope scope, SessionFilter filter, Limit limit, @Nullable Cursor after) {
        Field<Instant> time = filter.byEnd() ? CHARGING_SESSION.ENDED_AT : CHARGING_SESSION.STARTED_AT;
        List<Record> rows = database.read(scope)
                .select(CHARGING_SESSION.fields())
                .select(STATION.IDENTITY)
                .from(CHARGING_SESSION)
                .join(STATION)
                .on(STATION.ID.eq(CHARGING_SESSION.STATION_ID))
                .where(scope.of(CHARGING_SESSION.TENANT_ID, CHARGING_SESSION.STATION_ID))
                .and(matches(scope, filter))
                .and(behind(time, CHARGING_SESSION.ID, after))
                .orderBy(time.desc(), CHARGING_SESSION.ID.desc())
                .limit(limit.rows() + 1)
                .fetch(row -> row);
        Page<Record> page = Page.of(rows, limit, row -> cursor(row.get(time), row.get(CHARGING_SESSION.ID)));
        return new Page<>(readable(page.items()), page.next());
    }

    /** One that cannot be read must not keep the others from being seen. */
    private static List<ChargingSession> readable(List<Record> rows) {
        List<ChargingSession> sessions = new ArrayList<>(rows.size());
        for (Record row : rows) {
            OneByOne.attempt(
                    () -> "session=" + row.get(CHARGING_SESSION.ID) + ": reading it for a list",
                    () -> sessions.add(session(row)));
        }
        return sessions;
    }

    public Optional<ChargingSession> session(Scope scope, long id) {
        return database.read(scope)
                .select(CHARGING_SESSION.fields())
                .select(STATION.IDENTITY)
                .from(CHARGING_SESSION)
                .join(STATION)
                .on(STATION.ID.eq(CHARGING_SESSION.STATION_ID))
                .where(scope.of(CHARGING_SESSION.TENANT_ID, CHARGING_SESSION.STATION_ID))
                .and(CHARGING_SESSION.ID.eq(id))
                .fetchOptional(SqlSessionPages::session);
    }

    private static ChargingSession session(Record row) {
        StationRef station = new StationRef(
                row.get(CHARGING_SESSION.TENANT_ID), row.get(CHARGING_SESSION.STATION_ID), row.get(STATION.IDENTITY));
        return SqlSessionRow.read(row.into(CHARGING_SESSION), station);
    }

    private static Condition matches(Scope scope, SessionFilter filter) {
        Condition all = DSL.noCondition();
        if (filter.station() != null) {
            all = all.and(CHARGING_SESSION.STATION_ID.eq(station(scope, filter.station())));
        }
        if (filter.token() != null) {
            all = all.and(CHARGING_SESSION.TOKEN_KEY.eq(filter.token()));
        }
        SessionState state = filter.byEnd() ? SessionState.ENDED : filter.state();
        if (state != null) {
            all = all.and(CHARGING_SESSION.STATE.eq(DSL.inline(state.word())));
        }
        if (filter.verdict() != null) {
            all = all.and(
                    CHARGING_SESSION.VERDICT.eq(DSL.inline(filter.verdict().word())));
        }
        if (filter.evse() != null) {
            all = all.and(CHARGING_SESSION.EVSE.eq(filter.evse()));
        }
        return all.and(between(CHARGING_SESSION.STARTED_AT, filter.from(), filter.to()))
                .and(between(CHARGING_SESSION.ENDED_AT, filter.endedFrom(), filter.endedTo()));
    }

    /** Asked by itself and only once: joined, a station that has charged little would be looked for among all rows. */
    static Field<Long> station(Scope scope, String identity) {
        Station own = STATION.as("own");
        return DSL.field(DSL.select(own.ID)
                .from(own)
                .where(scope.of(own.TENANT_ID).and(own.IDENTITY_KEY.eq(identity.toLowerCase(Locale.ROOT)))));
    }

    static Condition between(Field<Instant> time, @Nullable Instant from, @Nullable Instant to) {
        Condition within = from == null ? DSL.noCondition() : time.ge(from);
        return to == null ? within : within.and(time.lt(to));
    }

    /** Rows of a list that is sorted by time and id, both falling. */
    static Condition behind(Field<Instant> time, Field<Long> id, @Nullable Cursor after) {
        if (after == null) {
            return DSL.noCondition();
        }
        try {
            Row2<Instant, Long> last = DSL.row(TimeText.parse(after.key(0, 2)), Long.valueOf(after.key(1, 2)));
            return DSL.row(time, id).lt(last);
        } catch (DateTimeException | NumberFormatException e) {
            throw Refused.invalid(
                    "cursor", "cursor is none of this list. Take it unchanged from next of the page before.");
        }
    }

    static Cursor cursor(Instant time, long id) {
        return Cursor.at(time.toString(), Long.toString(id));
    }

    /**
     * Of a session the newest arrival first, of a station the newest sample: each in the order of an index, however many there
     * are.
     */
    public Page<ReadingView> readings(Scope scope, ReadingFilter filter, Limit limit, @Nullable Cursor after) {
        Condition which =
                scope.of(METER_READING.TENANT_ID, METER_READING.STATION_ID).and(matches(scope, filter));
        if (filter.session() != null) {
            Condition behind = after == null ? DSL.noCondition() : METER_READING.ID.lt(after.id());
            return Page.of(
                    readings(scope, which.and(behind), limit, METER_READING.ID.desc()),
                    limit,
                    row -> Cursor.at(row.id()));
        }
        Condition behind = behind(METER_READING.SAMPLED_AT, METER_READING.ID, after);
        return Page.of(
                readings(scope, which.and(behind), limit, METER_READING.SAMPLED_AT.desc(), METER_READING.ID.desc()),
                limit,
                row -> cursor(row.sampledAt(), row.id()));
    }

    private List<ReadingView> readings(Scope scope, Condition which, Limit limit, OrderField<?>... order) {
        return database.read(scope)
                .select(METER_READING.fields())
                .select(STATION.IDENTITY)
                .from(METER_READING)
                .join(STATION)
                .on(STATION.ID.eq(METER_READING.STATION_ID))
                .where(which)
                .orderBy(order)
                .limit(limit.rows() + 1)
                .fetch(SqlSessionPages::reading);
    }

    private static Condition matches(Scope scope, ReadingFilter filter) {
        Condition all = between(METER_READING.SAMPLED_AT, filter.from(), filter.to());
        if (filter.station() != null) {
            all = all.and(METER_READING.STATION_ID.eq(station(scope, filter.station())));
        }
        if (filter.session() != null) {
            all = all.and(METER_READING.SESSION_ID.eq(filter.session()));
        }
        if (filter.evse() != null) {
            all = all.and(METER_READING.EVSE.eq(filter.evse()));
        }
        return all;
    }

    private static ReadingView reading(Record row) {
        return new ReadingView(
                row.get(METER_READING.ID),
                row.get(STATION.IDENTITY),
                row.get(METER_READING.EVSE),
                row.get(METER_READING.CONNECTOR),
                row.get(METER_READING.SESSION_ID),
                row.get(METER_READING.SEQ_NO),
                row.get(METER_READING.MESSAGE_ID),
                row.get(METER_READING.CONTEXT),
                row.get(METER_READING.SAMPLED_AT),
                row.get(METER_READING.STATION_AT),
                row.get(METER_READING.RECEIVED_AT),
                SqlSessionRow.decimal(row.get(METER_READING.ENERGY_WH)),
                SqlSessionRow.decimal(row.get(METER_READING.POWER_W)),
                SqlSessionRow.decimal(row.get(METER_READING.SOC_PERCENT)),
                row.get(METER_READING.SAMPLED_JSON));
    }
}
