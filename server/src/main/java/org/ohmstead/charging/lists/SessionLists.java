package org.ohmstead.charging.lists;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.CsvTable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.charging.live.MeterSample;
import org.ohmstead.charging.readings.LiveMeters;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ChargingSettings;
import org.ohmstead.charging.session.SessionState;
import org.ohmstead.charging.session.SessionView;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.StationRef;
import org.ohmstead.tokens.Tokens;

/** Sessions and their readings as lists, in pages or as tables. */
@Singleton
public class SessionLists {
    private static final List<String> COLUMNS = List.of(
            "id",
            "station",
            "evse",
            "connector",
            "token",
            "tokenType",
            "tokenGroup",
            "tokenVerdict",
            "startedAt",
            "endedAt",
            "durationSeconds",
            "energyWh",
            "meterStartWh",
            "meterStopWh",
            "state",
            "verdict",
            "suspicions",
            "stopReason",
            "closedBy",
            "stopToken",
            "offline",
            "transactionId",
            "ocppVersion");

    private static final List<String> READING_COLUMNS = List.of(
            "sampledAt",
            "station",
            "evse",
            "connector",
            "session",
            "energyWh",
            "powerW",
            "socPercent",
            "context",
            "seqNo",
            "stationAt",
            "receivedAt",
            "samples");

    private final SqlSessionPages pages;
    private final Tokens tokens;
    private final ChargingSettings settings;
    private final Clock clock;

    @Inject
    public SessionLists(SqlSessionPages pages, Tokens tokens, ChargingSettings settings, Clock clock) {
        this.pages = pages;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    public SessionFilter filter(Scope scope, SessionQuery query) {
        return query.filter(token -> tokens.keyOf(scope, token));
    }

    /** The newest start first; the newest end where the filter is about ends. */
    public Page<SessionView> sessions(Scope scope, SessionFilter filter, Limit limit, @Nullable Cursor after) {
        return pages.sessions(scope, filter, limit, after).map(this::view);
    }

    /** Those of a station that run, the newest start first; more than 500 no station has. */
    public List<ChargingSession> open(StationRef station) {
        SessionFilter filter =
                new SessionFilter(station.identity(), null, SessionState.OPEN, null, null, null, null, null, null);
        return pages.sessions(station.scope(), filter, new Limit(Limit.LARGEST), null)
                .items();
    }

    public CsvTable<SessionView> table(Scope scope, SessionFilter filter) {
        return new CsvTable<>(COLUMNS, SessionLists::cells, after -> sessions(scope, filter, CsvTable.PORTION, after));
    }

    /** Of a session the newest arrival first. */
    Page<ReadingView> readings(Scope scope, long session, Limit limit, @Nullable Cursor after) {
        return pages.readings(scope, ReadingFilter.of(session), limit, after);
    }

    public CsvTable<ReadingView> readingsTable(Scope scope, long session) {
        return new CsvTable<>(
                READING_COLUMNS, SessionLists::cells, after -> readings(scope, session, CsvTable.PORTION, after));
    }

    /** @throws Refused not found */
    public ChargingSession session(Scope scope, String id) {
        try {
            return pages.session(scope, Long.parseLong(id))
                    .orElseThrow(() -> Refused.notFound("There is no session " + id + "."));
        } catch (NumberFormatException e) {
            throw Refused.notFound("There is no session '" + id + "'; an id is a whole number.");
        }
    }

    /** One whose station can be told something about it. @throws Refused not found; in conflict where it has ended */
    public ChargingSession openSession(Scope scope, String id) {
        ChargingSession session = session(scope, id);
        if (!session.isOpen()) {
            throw Refused.conflict(
                    null, "Session " + id + " has ended already, so there is nothing to tell its station about it.");
        }
        return session;
    }

    SessionView view(ChargingSession session) {
        return view(session, null);
    }

    private SessionView view(ChargingSession session, @Nullable MeterSample latest) {
        return SessionView.of(session, session.isStale(clock.instant(), settings.staleAfter()), latest);
    }

    /** With what its meter showed last, while it is open. @throws Refused not found */
    SessionView shown(Scope scope, String id) {
        ChargingSession session = session(scope, id);
        MeterSample latest = session.isOpen()
                ? readings(scope, session.id(), new Limit(1), null).items().stream()
                        .map(reading -> LiveMeters.sample(session, reading.sampledAt(), reading.samples()))
                        .findFirst()
                        .orElse(null)
                : null;
        return view(session, latest);
    }

    private static List<@Nullable Object> cells(SessionView row) {
        Instant end = row.endedAt();
        return CsvTable.cells(
                row.id(),
                row.station(),
                row.evse(),
                row.connector(),
                row.token(),
                row.tokenType(),
                row.tokenGroup(),
                row.tokenVerdict(),
                row.startedAt(),
                end,
                end == null ? null : Duration.between(row.startedAt(), end).toSeconds(),
                row.energyWh(),
                row.meterStartWh(),
                row.meterStopWh(),
                row.state(),
                row.verdict(),
                String.join(" ", row.suspicions()),
                row.stopReason(),
                row.closedBy(),
                row.stopToken(),
                row.offline(),
                row.transactionId(),
                row.ocppVersion());
    }

    private static List<@Nullable Object> cells(ReadingView row) {
        return CsvTable.cells(
                row.sampledAt(),
                row.station(),
                row.evse(),
                row.connector(),
                row.session(),
                row.energyWh(),
                row.powerW(),
                row.socPercent(),
                row.context(),
                row.seqNo(),
                row.stationAt(),
                row.receivedAt(),
                row.samples());
    }
}
