package org.ohmstead.acceptance;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.RecordCodec;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.SampleMessages;
import org.ohmstead.simulator.station.StationOptions;
import org.ohmstead.simulator.station.time.ManualTime;

/**
 * A station that has all that actions are about, before its mood turns: a session at its first EVSE, a reservation, a certificate,
 * and whatever else its version knows.
 */
final class WalkedStation {
    static final String TOKEN = "04A2B3C4D5E680";

    private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");

    private final Api api;
    private final OcppVersion version;
    private final ActionWalk.Mood mood;
    private final SimStation station;
    private final Map<String, String> facts = new HashMap<>();

    WalkedStation(
            ServerProcess server,
            Simulators simulators,
            OcppVersion version,
            ActionWalk.Mood mood,
            long firmwareImage) {
        this.api = server.api();
        this.version = version;
        this.mood = mood;
        String identity = "WALK-" + version + "-" + mood;
        api.stations(identity);
        station = simulators.station(new StationOptions(identity)
                .url(server.stationUrl())
                .version(version)
                .outlets(2)
                // Its time stands still, so that no update is installed, and no reboot of it ends the session.
                .time(new ManualTime(Instant.now().truncatedTo(ChronoUnit.MILLIS)))
                .reconnects(false));
        station.connect();
        facts.put("station", identity);
        facts.put("token", TOKEN);
        facts.put(
                "later",
                Instant.now()
                        .plus(1, ChronoUnit.HOURS)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        facts.put("pem", new String(JsonStringEncoder.getInstance().quoteAsString(SampleMessages.CERTIFICATE)));
        facts.put("file", Long.toString(firmwareImage));
        charge();
        prepare();
        if (version.isV2()) {
            prepare2();
        }
        if (version == OcppVersion.V21) {
            prepare21();
        }
    }

    String identity() {
        return station.identity();
    }

    OcppVersion version() {
        return version;
    }

    ActionWalk.Mood mood() {
        return mood;
    }

    private void charge() {
        station.plugIn(1);
        station.authorize(TOKEN);
        station.start(1);
        station.awaitDelivered();
        JsonNode session = api.get("/api/v1/sessions?state=open&station=" + identity())
                .ok()
                .at("/items/0");
        facts.put("session", session.path("id").asText());
        facts.put("transaction", session.path("transactionId").asText());
    }

    private void prepare() {
        has(
                "reservation",
                "POST",
                "/reservations",
                "{'token':'{token}','evse':2,'expiresAt':'{later}'}",
                "/reservation/id");
        call("POST", "/certificates", "{'use':'csmsRoot','certificate':'{pem}'}");
        has("certificate", "GET", "/certificates", "", "/items/0/id");
    }

    private void prepare2() {
        call(
                "POST",
                "/configuration/refresh",
                "{'variables':[{'component':'OCPPCommCtrlr','variable':'NetworkConfigurationPriority'}]}");
        call(
                "PUT",
                "/display-messages/7",
                "{'priority':'NormalCycle','message':{'format':'UTF8','language':'en','content':'Hello'}}");
        has("publication", "POST", "/firmware-publications", "{'file':{file}}", "/id");
        String monitor = "{'component':{'name':'EVSE','evse':1},'variable':{'name':'Power'},'type':'%s','value':%d,"
                + "'severity':8%s}";
        has(
                "monitor",
                "POST",
                "/monitors",
                "{'monitors':[" + monitor.formatted("UpperThreshold", 80_000, "") + "]}",
                "/monitors/0/id");
        if (version == OcppVersion.V21) {
            call(
                    "POST",
                    "/monitors",
                    "{'monitors':[" + monitor.formatted("Periodic", 1, ",'stream':{'interval':1}") + "]}");
            Await.until("a stream is open", () -> !call("GET", "/event-streams?open=true", "")
                    .path("items")
                    .isEmpty());
            has("stream", "GET", "/event-streams?open=true", "", "/items/0/id");
        }
    }

    private void prepare21() {
        has(
                "profile",
                "POST",
                "/charging-profiles",
                "{'evse':0,'profile':{'stackLevel':6,'chargingProfilePurpose':'TxDefaultProfile','chargingProfileKind':'Dynamic',"
                        + "'chargingSchedule':[{'id':1,'chargingRateUnit':'W','chargingSchedulePeriod':"
                        + "[{'startPeriod':0,'limit':7400}]}]}}",
                "/number");
        call("PUT", "/tariffs/day", "{'currency':'EUR','energy':{'prices':[{'priceKwh':0.49}]}}");
        call(
                "PUT",
                "/der-controls/standing",
                "{'controlType':'Gradients','isDefault':true,'gradient':{'priority':5,'gradient':5,'softGradient':10}}");
    }

    private void has(String fact, String method, String path, String body, String at) {
        JsonNode value = call(method, path, body).at(at);
        if (value.isMissingNode()) {
            throw new AssertionError(identity() + " has no " + fact + ": " + call(method, path, body));
        }
        facts.put(fact, value.asText());
    }

    private JsonNode call(String method, String path, String body) {
        return send(method, "/api/v1/stations/{station}" + path, body).ok();
    }

    /** With the facts in place of their names, and the quotes of JSON in place of single ones. */
    Api.Answer send(String method, String path, String body) {
        return send(api, method, path, body, facts, "none");
    }

    /** @param other what stands for a fact that is not known */
    static Api.Answer send(Api api, String method, String path, String body, Map<String, String> facts, String other) {
        String url = filled(path, facts, other);
        String content = filled(body.replace('\'', '"'), facts, other);
        return switch (method) {
            case "GET" -> api.get(url);
            case "DELETE" -> api.delete(url);
            case "PUT" -> api.put(url, content);
            case "PATCH" -> api.patch(url, content);
            default -> api.post(url, content.isEmpty() ? "{}" : content);
        };
    }

    private static String filled(String text, Map<String, String> facts, String other) {
        return FACT.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(facts.getOrDefault(name.group(1), other)));
    }

    /** Payload of an action, for the door. */
    String sample(String action) {
        return json(station.samples().toStation(action));
    }

    private <T extends Record> String json(T message) {
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) message.getClass();
        return RecordCodec.of(type, version).write(message);
    }

    /** From now on it is in its mood. */
    void turn() {
        switch (mood) {
            case ANSWERS, REFUSES -> {}
            case SILENT -> station.mischief().silent(true);
            case AWAY, AWAY_FOR_A_WHILE -> {
                station.disconnect();
                Await.until("the server has noticed", Duration.ofSeconds(20), () -> !call("GET", "", "")
                        .path("connected")
                        .asBoolean());
            }
        }
    }

    void isTold(String action) {
        if (mood == ActionWalk.Mood.REFUSES) {
            station.mischief().refuses(action);
        }
    }

    void comesBack() {
        station.connect();
    }
}
