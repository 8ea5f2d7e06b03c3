package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.v16.MeterValues;
import org.ohmstead.ocpp.v16.StartTransaction;
import org.ohmstead.ocpp.v16.StopTransaction;
import org.ohmstead.ocpp.v2.TransactionEvent;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.station.Deliveries;

/**
 * What stations were told is stored, and what the tables hold of these stations, both in the same words, one line a fact:
 * begin and end of a session with time and register, each reading, each event of the evidence, each seqNo of 2.x.
 */
final class Facts {
    private static final String OF_SESSION = " join charging_session c on c.id = x.session_id";

    private Facts() {}

    /** Everything that these stations have an answer for is in the database, once, and nothing else is. */
    static void assertStoredOnce(Store store, String prefix, Collection<SimStation> stations) {
        Map<String, Long> promised = count(stations.stream()
                .flatMap(one -> one.deliveries().acknowledged().stream())
                .flatMap(Facts::of));
        Map<String, Long> stored = count(stored(store, prefix));
        assertThat(promised).isNotEmpty();
        assertThat(without(promised, stored)).as("acknowledged, but not stored").isEmpty();
        assertThat(without(stored, promised))
                .as("stored more often than acknowledged")
                .isEmpty();
    }

    /** Whether it ends a session. */
    static boolean isEnd(Deliveries.Fact fact) {
        return fact.request() instanceof StopTransaction.Request
                || fact.request() instanceof TransactionEvent.Request event
                        && event.eventType() == TransactionEvent.TransactionEventKind.Ended;
    }

    private static Map<String, Long> count(Stream<String> lines) {
        return lines.collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    /** The first of those that the others have less often. */
    private static List<String> without(Map<String, Long> facts, Map<String, Long> others) {
        return facts.keySet().stream()
                .filter(line -> facts.get(line) > others.getOrDefault(line, 0L))
                .limit(20)
                .toList();
    }

    private static Stream<String> of(Deliveries.Fact fact) {
        return switch (fact.request()) {
            case StartTransaction.Request start -> {
                String session = ((StartTransaction.Response) fact.response()).transactionId() + "";
                yield Stream.of(session + " started", moment(session, "begins", start.timestamp(), start.meterStart()));
            }
            case MeterValues.Request values ->
                values.meterValue().stream().map(value -> reading(values.transactionId() + "", value));
            case StopTransaction.Request stop -> {
                String session = stop.transactionId() + "";
                yield Stream.concat(
                        Stream.of(session + " ended", moment(session, "ends", stop.timestamp(), stop.meterStop())),
                        stop.transactionData().stream().map(value -> reading(session, value)));
            }
            case TransactionEvent.Request event -> of(event);
            default -> throw new AssertionError("No transaction message: " + fact);
        };
    }

    private static Stream<String> of(TransactionEvent.Request event) {
        String session = event.transactionInfo().transactionId();
        Stream<String> told = Stream.of(session + " #" + event.seqNo());
        Stream<String> readings = event.meterValue() == null
                ? Stream.of()
                : event.meterValue().stream().map(value -> reading(session, value));
        Stream<String> moment =
                switch (event.eventType()) {
                    case Started ->
                        Stream.of(session + " started", moment(session, "begins", event.timestamp(), register(event)));
                    case Updated -> Stream.of();
                    case Ended ->
                        Stream.of(session + " ended", moment(session, "ends", event.timestamp(), register(event)));
                };
        return Stream.of(told, readings, moment).flatMap(lines -> lines);
    }

    private static String reading(String session, org.ohmstead.ocpp.v16.MeterValue value) {
        String register = value.sampledValue().stream()
                .filter(one -> one.measurand() == org.ohmstead.ocpp.v16.Measurand.Energy_Active_Import_Register)
                .map(org.ohmstead.ocpp.v16.SampledValue::value)
                .findFirst()
                .orElseThrow();
        return moment(session, "reading", value.timestamp(), new BigDecimal(register));
    }

    private static String reading(String session, org.ohmstead.ocpp.v2.MeterValue value) {
        return moment(session, "reading", value.timestamp(), register(value));
    }

    private static BigDecimal register(TransactionEvent.Request event) {
        return register(event.meterValue().getFirst());
    }

    private static BigDecimal register(org.ohmstead.ocpp.v2.MeterValue value) {
        return value.sampledValue().stream()
                .filter(one -> one.measurand() == org.ohmstead.ocpp.v2.Measurand.Energy_Active_Import_Register)
                .map(org.ohmstead.ocpp.v2.SampledValue::value)
                .findFirst()
                .orElseThrow();
    }

    private static String moment(String session, String what, Instant at, long wattHours) {
        return moment(session, what, at, BigDecimal.valueOf(wattHours));
    }

    private static String moment(String session, String what, Instant at, @Nullable BigDecimal wattHours) {
        String register =
                wattHours == null ? "nothing" : wattHours.stripTrailingZeros().toPlainString();
        return session + " " + what + " " + at + " " + register + " Wh";
    }

    private static Stream<String> stored(Store store, String prefix) {
        String own = " join station s on s.id = c.station_id where s.identity like '" + prefix + "%'";
        String name = "select coalesce(c.station_tx, cast(c.id as varchar(20)))";
        return Stream.of(
                        store.rows(
                                name + ", c.started_at, c.meter_start_wh from charging_session c" + own,
                                row -> moment(store, row, "begins")),
                        store.rows(
                                name + ", c.ended_at, c.meter_stop_wh from charging_session c" + own
                                        + " and c.ended_at is not null",
                                row -> moment(store, row, "ends")),
                        store.rows(
                                name + ", x.sampled_at, x.energy_wh from meter_reading x" + OF_SESSION + own,
                                row -> moment(store, row, "reading")),
                        store.rows(
                                name + ", x.kind from session_event x" + OF_SESSION + own + " and x.kind <> 'updated'",
                                row -> row.getString(1) + " " + row.getString(2)),
                        store.rows(
                                name + ", x.seq_no from session_event x" + OF_SESSION + own
                                        + " and x.seq_no is not null union " + name + ", x.seq_no from meter_reading x"
                                        + OF_SESSION + own + " and x.seq_no is not null",
                                row -> row.getString(1) + " #" + row.getInt(2)))
                .flatMap(Collection::stream);
    }

    private static String moment(Store store, ResultSet row, String what) throws SQLException {
        String wattHours = row.getString(3);
        return moment(row.getString(1), what, store.time(row, 2), wattHours == null ? null : new BigDecimal(wattHours));
    }
}
