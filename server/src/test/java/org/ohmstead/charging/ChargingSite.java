package org.ohmstead.charging;

import static org.ohmstead.db.schema.Tables.CHARGING_SESSION;
import static org.ohmstead.db.schema.Tables.METER_READING;
import static org.ohmstead.db.schema.Tables.SESSION_EVENT;
import static org.ohmstead.db.schema.Tables.STATION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.ohmstead.access.Actor;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.charging.lifecycle.DueSessions;
import org.ohmstead.charging.lifecycle.EndSigns;
import org.ohmstead.charging.lifecycle.MeterReports;
import org.ohmstead.charging.lifecycle.SessionClosing;
import org.ohmstead.charging.lifecycle.SessionLedger;
import org.ohmstead.charging.lifecycle.StartTransactions;
import org.ohmstead.charging.lifecycle.StopTransactions;
import org.ohmstead.charging.lifecycle.Succession;
import org.ohmstead.charging.lifecycle.TransactionEvents;
import org.ohmstead.charging.lists.SqlEvidencePages;
import org.ohmstead.charging.lists.SqlSessionPages;
import org.ohmstead.charging.ocpp16.MeterValues16;
import org.ohmstead.charging.ocpp16.StartTransaction16;
import org.ohmstead.charging.ocpp16.StopTransaction16;
import org.ohmstead.charging.ocpp2.MeterValues2;
import org.ohmstead.charging.ocpp2.TransactionEvent2;
import org.ohmstead.charging.readings.LiveMeters;
import org.ohmstead.charging.readings.StationClock;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ChargingSettings;
import org.ohmstead.charging.store.SqlChargingSessionStore;
import org.ohmstead.charging.store.SqlDueSessions;
import org.ohmstead.charging.store.SqlEvidenceStore;
import org.ohmstead.charging.store.SqlRunningSessions;
import org.ohmstead.charging.store.SqlSessionRow;
import org.ohmstead.charging.trail.TransactionAnswerPart;
import org.ohmstead.charging.trail.TransactionAnswers;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.events.Outbox;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.events.WaitingEvents;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.Decoded;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.codec.Reading;
import org.ohmstead.ocpp.codec.RecordCodec;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestClocks;
import org.ohmstead.stations.availability.ConnectorReport;
import org.ohmstead.stations.availability.ConnectorStates;
import org.ohmstead.stations.clocks.StationClocks;
import org.ohmstead.tokens.AuthorizationSettings;
import org.ohmstead.tokens.SqlTokenStore;
import org.ohmstead.tokens.SqlUnknownTokenStore;
import org.ohmstead.tokens.Token;
import org.ohmstead.tokens.TokenAuthorization;
import org.ohmstead.tokens.Tokens;
import org.ohmstead.tokens.UnknownTokens;
import org.ohmstead.tokens.VerdictRule;
import org.ohmstead.tokens.VerdictRules;

/** A database, the charging slice on it, and stations that say in JSON what real ones say. */
public final class ChargingSite implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    public static final StationRef CP7 = new StationRef(1, 7, "CP-7");
    public static final StationRef CP8 = new StationRef(1, 8, "CP-8");

    public final AuditLog audit;
    public final Database database;
    public final GroupCommit commits;
    final SqlTokenStore cards;
    public final Tokens tokens;
    final TokenAuthorization verdicts;
    public final StationClocks clocks;
    public final LiveMeters meters = new LiveMeters();
    public final ConnectorStates connectors;
    public final SessionLedger ledger;
    final ChargingSessions sessions;
    public final SessionClosing closing;
    public final SqlSessionPages pages;
    public final SqlEvidencePages trails;
    public final SqlRunningSessions running;
    public final StartTransaction16 start;
    public final StopTransaction16 stop;
    public final MeterValues16 meter;
    public final TransactionEvent2 event;
    final MeterValues2 meter2;
    public final DueSessions due;

    public Instant now = NOW;
    private int messages;

    public ChargingSite() {
        this(TestDatabases.sqlite());
    }

    /** Where time stands still while stations go on: what they say is hours ahead, and no matter. */
    public ChargingSite(Database database) {
        this(database, lenient());
    }

    private static ChargingSettings lenient() {
        ChargingSettings usual = ChargingSettings.defaults();
        return new ChargingSettings(
                usual.maxPowerW(),
                Duration.ofDays(1),
                usual.offlineAfter(),
                usual.offlineMost(),
                usual.staleAfter(),
                usual.freeAfter(),
                usual.closeAfter());
    }

    public ChargingSite(Database database, ChargingSettings settings) {
        this(database, settings, List.of(), List.of());
    }

    /** Where other slices have a say. */
    public ChargingSite(
            Database database, ChargingSettings settings, List<VerdictRule> rules, List<TransactionAnswerPart> parts) {
        this.database = database;
        this.commits = new GroupCommit(database);
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        running = new SqlRunningSessions(database, settings, clock);
        cards = new SqlTokenStore(database, commits);
        audit = new AuditLog(clock);
        tokens = new Tokens(cards, audit, clock);
        verdicts = new TokenAuthorization(
                cards,
                running,
                new UnknownTokens(new SqlUnknownTokenStore(database, commits), cards),
                new VerdictRules(rules),
                AuthorizationSettings.defaults(),
                clock);
        SqlChargingSessionStore store = new SqlChargingSessionStore(database);
        ledger = new SessionLedger(store, new SqlEvidenceStore(), settings, meters, new Outbox(clock));
        TestClocks stations = new TestClocks(database, commits, clock);
        clocks = stations.clocks();
        connectors = stations.connectors(new EndSigns(ledger, settings));
        StationClock believed = new StationClock(settings, clocks);
        Succession succession = new Succession(ledger, settings);
        sessions = new ChargingSessions(
                new StartTransactions(ledger, believed, succession, verdicts, commits),
                new StopTransactions(ledger, believed, succession, verdicts, commits),
                new MeterReports(ledger, believed, succession, commits),
                new TransactionEvents(ledger, believed, succession, verdicts, new TransactionAnswers(parts), commits),
                clocks);
        closing = new SessionClosing(ledger, commits, audit, clock);
        due = new DueSessions(new SqlDueSessions(database), ledger, commits, audit, settings, clock);
        pages = new SqlSessionPages(database);
        trails = new SqlEvidencePages(database);
        start = new StartTransaction16(sessions);
        stop = new StopTransaction16(sessions);
        meter = new MeterValues16(sessions);
        event = new TransactionEvent2(sessions);
        meter2 = new MeterValues2(sessions);
        Stream.of(CP7, CP8).forEach(this::addStation);
        token("KNOWN", null, false, 1);
        token("FRIEND", "FLEET", false, 0);
        token("MATE", "FLEET", false, 0);
        token("BLOCKED", null, true, 0);
    }

    private void addStation(StationRef station) {
        commits.write(Scope.everywhere(), station.id(), tx -> tx.sql()
                .insertInto(STATION)
                .set(STATION.ID, station.id())
                .set(STATION.TENANT_ID, station.tenant())
                .set(STATION.IDENTITY, station.identity())
                .set(STATION.IDENTITY_KEY, station.identity().toLowerCase(java.util.Locale.ROOT))
                .set(STATION.ADMISSION, "accepted")
                .set(STATION.REGISTRATION, "accepted")
                .set(STATION.IS_STRICT, false)
                .set(STATION.CREATED_AT, NOW)
                .set(STATION.UPDATED_AT, NOW)
                .execute());
    }

    void token(String value, String group, boolean blocked, int most) {
        tokens.create(
                Actor.LOCAL,
                new Token(value, "ISO14443", group, blocked, null, most, List.of(), null, null, null, null));
    }

    public Caller caller(StationRef station, OcppVersion version, List<Deviation> deviations) {
        return new Caller(station, version, 1, "m-" + ++messages, now, ZoneOffset.UTC, deviations);
    }

    /** What a lenient link makes of a payload, and the answer of its handler. */
    private <Q extends Record & OcppCall<R>, R extends OcppResult> R serve(
            org.ohmstead.ocpp.rpc.routing.CallHandler<Caller, Q, R> handler,
            StationRef station,
            OcppVersion version,
            Class<Q> type,
            String json) {
        Decoded<Q> decoded = RecordCodec.of(type, version).read(json.replace('\'', '"'), Reading.LENIENT);
        if (decoded.value() == null) {
            throw new AssertionError(json + ": " + decoded.fatal());
        }
        return handler.handle(caller(station, version, decoded.tolerated()), decoded.value());
    }

    public org.ohmstead.ocpp.v16.StartTransaction.Response start(StationRef station, String json) {
        return serve(start, station, OcppVersion.V16, org.ohmstead.ocpp.v16.StartTransaction.Request.class, json);
    }

    /** At connector 1 of CP-7, at a minute after noon. */
    public long start(String token, long meterWh, int minute) {
        return start(1, token, meterWh, minute);
    }

    public long start(int connector, String token, long meterWh, int minute) {
        return start(
                        CP7,
                        "{'connectorId':%d,'idTag':'%s','meterStart':%d,'timestamp':'%s'}"
                                .formatted(connector, token, meterWh, at(minute)))
                .transactionId();
    }

    public org.ohmstead.ocpp.v16.StopTransaction.Response stop(StationRef station, String json) {
        return serve(stop, station, OcppVersion.V16, org.ohmstead.ocpp.v16.StopTransaction.Request.class, json);
    }

    public org.ohmstead.ocpp.v16.StopTransaction.Response stop(long number, long meterWh, int minute) {
        return stop(CP7, "{'transactionId':%d,'meterStop':%d,'timestamp':'%s'}".formatted(number, meterWh, at(minute)));
    }

    public void meter(StationRef station, String json) {
        serve(meter, station, OcppVersion.V16, org.ohmstead.ocpp.v16.MeterValues.Request.class, json);
    }

    /** One register value in Wh, of connector 1 of CP-7. */
    public void meter(Long number, String wh, int minute) {
        meter(1, number, wh, minute);
    }

    public void meter(int connector, Long number, String wh, int minute) {
        meter(
                CP7,
                "{'connectorId':%d,%s'meterValue':[%s]}"
                        .formatted(
                                connector,
                                number == null ? "" : "'transactionId':" + number + ",",
                                "{'timestamp':'%s','sampledValue':[{'value':'%s'}]}".formatted(at(minute), wh)));
    }

    public org.ohmstead.ocpp.v2.TransactionEvent.Response event(StationRef station, OcppVersion version, String json) {
        return serve(event, station, version, org.ohmstead.ocpp.v2.TransactionEvent.Request.class, json);
    }

    /** Of transaction TX at CP-7, with seqNo as minute after noon. */
    public org.ohmstead.ocpp.v2.TransactionEvent.Response event(String type, int seqNo, String trigger, String more) {
        return event("TX", type, seqNo, trigger, more);
    }

    public org.ohmstead.ocpp.v2.TransactionEvent.Response event(
            String transaction, String type, int seqNo, String trigger, String more) {
        return event(
                CP7,
                OcppVersion.V201,
                "{'eventType':'%s','timestamp':'%s','triggerReason':'%s','seqNo':%d,%s}"
                        .formatted(
                                type,
                                at(seqNo),
                                trigger,
                                seqNo,
                                more.contains("transactionInfo")
                                        ? more
                                        : "'transactionInfo':{'transactionId':'" + transaction + "'}"
                                                + (more.isEmpty() ? "" : "," + more)));
    }

    /** The station boots, a second later than all before. */
    public void boot(StationRef station) {
        now = now.plusSeconds(1);
        commits.write(Scope.everywhere(), station.id(), tx -> tx.sql()
                .update(STATION)
                .set(STATION.LAST_BOOT_AT, now)
                .where(STATION.ID.eq(station.id()))
                .execute());
    }

    /** The state of connector 1 of an EVSE of CP-7. */
    public void status(int evse, String status) {
        connectors.report(caller(CP7, OcppVersion.V16, List.of()), ConnectorReport.of(evse, 1, status, null));
    }

    void meter2(String json) {
        serve(meter2, CP7, OcppVersion.V201, org.ohmstead.ocpp.v2.MeterValues.Request.class, json);
    }

    public static Instant at(int minute) {
        return NOW.plus(Duration.ofMinutes(minute));
    }

    /** A 2.x meterValue of one register value in Wh. */
    public static String wh(int minute, String value, String context) {
        return "'meterValue':[{'timestamp':'%s','sampledValue':[{'value':%s,'context':'%s'}]}]"
                .formatted(at(minute), value, context);
    }

    public ChargingSession session(long id) {
        return all().stream().filter(one -> one.id() == id).findFirst().orElseThrow();
    }

    /** The only one. */
    public ChargingSession session() {
        List<ChargingSession> all = all();
        if (all.size() != 1) {
            throw new AssertionError("not one session but " + all);
        }
        return all.getFirst();
    }

    /** In the order of their numbers. */
    public List<ChargingSession> all() {
        return database.read(Scope.everywhere())
                .selectFrom(CHARGING_SESSION)
                .orderBy(CHARGING_SESSION.ID)
                .fetch(row -> SqlSessionRow.read(row, row.getStationId() == 7 ? CP7 : CP8));
    }

    public int readings() {
        return database.read(Scope.everywhere()).fetchCount(METER_READING);
    }

    public List<String> readingsJson() {
        return database.read(Scope.everywhere())
                .select(METER_READING.SAMPLED_JSON)
                .from(METER_READING)
                .orderBy(METER_READING.ID)
                .fetch(METER_READING.SAMPLED_JSON);
    }

    public List<Long> sessionsOfReadings() {
        return database.read(Scope.everywhere())
                .select(METER_READING.SESSION_ID)
                .from(METER_READING)
                .orderBy(METER_READING.ID)
                .fetch(METER_READING.SESSION_ID);
    }

    public List<String> trail(long session) {
        return database.read(Scope.everywhere())
                .select(SESSION_EVENT.KIND)
                .from(SESSION_EVENT)
                .where(SESSION_EVENT.SESSION_ID.eq(session))
                .orderBy(SESSION_EVENT.ID)
                .fetch(SESSION_EVENT.KIND);
    }

    public List<String> events() {
        return WaitingEvents.in(database).stream()
                .map(StoredEvent::kind)
                .filter(kind -> kind.startsWith("session."))
                .toList();
    }

    @Override
    public void close() {
        commits.close();
        database.close();
    }
}
