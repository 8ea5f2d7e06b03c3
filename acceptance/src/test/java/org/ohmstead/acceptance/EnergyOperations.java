package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v2.DERControl;
import org.ohmstead.ocpp.v2.GenericStatus;
import org.ohmstead.ocpp.v2.NotifyDERAlarm;
import org.ohmstead.ocpp.v2.VatNumberValidation;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.StationOptions;
import org.ohmstead.simulator.station.authorization.Token;
import org.ohmstead.simulator.station.time.ManualTime;

/**
 * Calls all about tariffs, payments at the station, charging in both directions, controls of the grid and battery swaps, with a
 * station of 2.1: once as it should be, and once wrongly.
 */
final class EnergyOperations {
    private static final String STATION = "ENERGY";
    private static final String CARD = "04A2B3C4D5E680";
    private static final String TARIFF = "{\"currency\":\"EUR\",\"energy\":{\"prices\":[{\"priceKwh\":0.49}]}}";
    private static final String GRADIENTS =
            "{\"controlType\":\"Gradients\",\"isDefault\":true,\"gradient\":{\"priority\":%d,\"gradient\":5,\"softGradient\":10}}";

    private final DocumentedApi api;
    private final ManualTime time = new ManualTime(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    private final SimStation station;

    /** @param server that knows {@link #CARD} */
    EnergyOperations(DocumentedApi api, ServerProcess server, Simulators simulators) {
        this.api = api;
        api.call("createStation").body("{\"identity\":\"" + STATION + "\"}").gives(201);
        api.call("createToken")
                .body("{\"value\":\"PSP-9\",\"type\":\"DirectPayment\"}")
                .gives(201);
        station = simulators.station(new StationOptions(STATION)
                .url(server.stationUrl())
                .version(OcppVersion.V21)
                .time(time));
        station.connect();
    }

    void call() {
        tariffsOfTheStation();
        aSession();
        payments();
        controls();
        alarms();
        batterySwaps();
    }

    private DocumentedApi.Call of(String operation) {
        return api.call(operation).with("station", STATION);
    }

    private static void isAccepted(JsonNode result) {
        assertThat(result.path("outcome").asText()).as(result.toString()).isEqualTo("answered");
        assertThat(result.path("status").asText()).as(result.toString()).isEqualTo("Accepted");
    }

    private JsonNode items(String operation) {
        return of(operation).gives(200).path("items");
    }

    private void tariffsOfTheStation() {
        isAccepted(of("setDefaultTariff").with("tariffId", "old").body(TARIFF).gives(200));
        isAccepted(of("setDefaultTariff")
                .with("tariffId", "day")
                .with("evse", 1)
                .body(TARIFF)
                .gives(200));
        of("setDefaultTariff")
                .with("tariffId", "day")
                .with("evse", "one")
                .body(TARIFF)
                .gives(400);
        of("setDefaultTariff").with("tariffId", "day").body("{\"currency\":1}").gives(400);
        api.call("setDefaultTariff")
                .with("station", "NOBODY")
                .with("tariffId", "day")
                .body(TARIFF)
                .gives(404);
        assertThat(items("listStationTariffs").findValuesAsText("state")).containsOnly("installed");
        of("listStationTariffs").with("limit", 0).gives(400);
        of("refreshStationTariffs").gives(200);
        api.call("refreshStationTariffs").with("station", "NOBODY").gives(404);
        assertThat(items("listStationTariffs").findValuesAsText("reportedAt")).isNotEmpty();
        of("clearStationTariffs").with("tariffId", "old").gives(200);
        of("clearStationTariffs").with("evse", "one").gives(400);
    }

    /** Begun with a card of the terminal, charged by one tariff, then by another. */
    private void aSession() {
        station.plugIn(1);
        station.authorize(new Token("PSP-9", "DirectPayment", null));
        station.start(1);
        time.advance(Duration.ofMinutes(10));
        station.awaitDelivered();
        String id = api.call("listSessions")
                .with("station", STATION)
                .with("state", "open")
                .gives(200)
                .at("/items/0/id")
                .asText();
        JsonNode first = api.call("getSessionTariff").with("id", id).gives(200);
        assertThat(first.path("tariffId").asText()).as(first.toString()).isEqualTo("day");
        api.call("getSessionTariff").with("id", "999999").gives(404);
        String night = TARIFF.replace("{\"currency", "{\"tariffId\":\"night\",\"currency");
        isAccepted(api.call("changeSessionTariff").with("id", id).body(night).gives(200));
        Await.until("the station says that it uses it", () -> api.call("getSessionTariff")
                .with("id", id)
                .gives(200)
                .at("/change/state")
                .asText()
                .equals("inUse"));
        JsonNode dollars = api.call("changeSessionTariff")
                .with("id", id)
                .body(night.replace("EUR", "USD").replace("night", "dollars"))
                .gives(200);
        assertThat(dollars.path("status").asText()).isEqualTo("NoCurrencyChange");
        api.call("changeSessionTariff").with("id", id).body("{\"tariffId\":7}").gives(400);
        JsonNode cost = api.call("updateSessionCost")
                .with("id", id)
                .body("{\"totalCost\":4.2}")
                .gives(200);
        assertThat(cost.path("outcome").asText()).isEqualTo("answered");
        api.call("updateSessionCost").with("id", id).body("{\"totalCost\":-1}").gives(400);
        isAccepted(api.call("notifyAllowedEnergyTransfer")
                .with("id", id)
                .body("{\"allowedEnergyTransfer\":[\"DC_BPT\"]}")
                .gives(200));
        api.call("notifyAllowedEnergyTransfer")
                .with("id", id)
                .body("{\"allowedEnergyTransfer\":[\"steam\"]}")
                .gives(400);
        JsonNode signal = of("sendAfrrSignal").body("{\"signal\":-3}").gives(200);
        assertThat(signal.path("reason").asText()).isEqualTo("InvalidSchedule");
        of("sendAfrrSignal").body("{}").gives(400);
        station.stop(1);
        station.unplug(1);
        station.awaitDelivered();
        JsonNode ended = api.call("getSessionTariff").with("id", id).gives(200);
        assertThat(ended.at("/cost/final").asBoolean()).as(ended.toString()).isTrue();
        assertThat(ended.at("/told/totalCost").decimalValue()).isEqualByComparingTo("4.2");
        api.call("updateSessionCost").with("id", id).body("{\"totalCost\":5}").gives(409);
    }

    private void payments() {
        Await.until("the terminal has settled", () -> !items("listSettlements").isEmpty());
        JsonNode settlement = items("listSettlements").get(0);
        assertThat(settlement.path("pspRef").asText()).isEqualTo("PSP-9");
        assertThat(settlement.path("amount").decimalValue()).isGreaterThan(BigDecimal.ZERO);
        api.call("getSettlement").with("id", settlement.path("id").asLong()).gives(200);
        api.call("getSettlement").with("id", "999999").gives(404);
        of("listSettlements").with("from", "yesterday").gives(400);
        VatNumberValidation.Response valid = answer(station.send(new VatNumberValidation.Request("DE136695976", 1)));
        assertThat(valid.status()).isEqualTo(GenericStatus.Accepted);
        assertThat(valid.evseId()).isEqualTo(1);
        VatNumberValidation.Response wrong = answer(station.send(new VatNumberValidation.Request("DE136695977")));
        assertThat(wrong.status()).isEqualTo(GenericStatus.Rejected);
        JsonNode web = of("notifyWebPaymentStarted")
                .with("evse", 1)
                .body("{\"timeout\":60}")
                .gives(200);
        assertThat(web.path("outcome").asText()).isEqualTo("answered");
        of("notifyWebPaymentStarted").with("evse", 0).body("{\"timeout\":60}").gives(400);
        of("notifyWebPaymentStarted").with("evse", 1).body("{\"timeout\":0}").gives(400);
    }

    private static <R extends OcppResult> R answer(Outcome<R> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Answered.class);
        return ((Outcome.Answered<R>) outcome).response();
    }

    private void controls() {
        JsonNode low = of("setDerControl")
                .with("controlId", "low")
                .body(GRADIENTS.formatted(5))
                .gives(200);
        assertThat(low.at("/control/state").asText()).as(low.toString()).isEqualTo("accepted");
        of("setDerControl")
                .with("controlId", "high")
                .body(GRADIENTS.formatted(1))
                .gives(200);
        JsonNode superseded = of("getDerControl").with("controlId", "LOW").gives(200);
        assertThat(superseded.path("supersededBy").asText()).isEqualTo("high");
        of("getDerControl").with("controlId", "none").gives(404);
        of("setDerControl")
                .with("controlId", "wrong")
                .body(GRADIENTS.formatted(1).replace("\"gradient\":{", "\"curve\":{"))
                .gives(400);
        of("refreshDerControls").gives(200);
        of("refreshDerControls").with("isDefault", "perhaps").gives(400);
        Await.until(
                "the station has told both",
                () -> items("listDerControls").findValuesAsText("reportedAt").size() == 2);
        of("listDerControls").with("limit", "many").gives(400);
        JsonNode cleared = of("clearDerControl").with("controlId", "high").gives(200);
        assertThat(cleared.at("/control/state").asText()).isEqualTo("cleared");
        of("clearDerControl").with("controlId", "none").gives(404);
        isAccepted(of("clearDerControls").with("isDefault", true).gives(200));
        of("clearDerControls").gives(400);
    }

    private void alarms() {
        Instant start = time.now().plusSeconds(60);
        of("setDerControl")
                .with("controlId", "hour")
                .body("{\"controlType\":\"FixedVar\",\"isDefault\":false,\"fixedVar\":{\"priority\":1,\"setpoint\":10,"
                        + "\"unit\":\"PctMaxW\",\"startTime\":\"" + start + "\",\"duration\":3600}}")
                .gives(200);
        time.advance(Duration.ofMinutes(2));
        Await.until(
                "it has begun",
                () -> of("getDerControl").with("controlId", "hour").gives(200).has("startedAt"));
        time.advance(Duration.ofHours(1));
        answer(station.send(new NotifyDERAlarm.Request(
                DERControl.LVMustTrip, time.now(), NotifyDERAlarm.GridEventFault.UnderVoltage, null, null)));
        Await.until("it has ended", () -> items("listDerEvents").size() == 3);
        assertThat(items("listDerEvents").findValuesAsText("kind")).contains("started", "stopped", "alarm");
        assertThat(of("listDerEvents").with("open", true).gives(200).path("items"))
                .hasSize(1);
        answer(station.send(new NotifyDERAlarm.Request(DERControl.LVMustTrip, time.now(), null, true, null)));
        assertThat(of("listDerEvents").with("open", true).gives(200).path("items"))
                .isEmpty();
        of("listDerEvents").with("kind", "noise").gives(400);
    }

    private void batterySwaps() {
        JsonNode asked =
                of("requestBatterySwap").body("{\"token\":\"" + CARD + "\"}").gives(200);
        assertThat(asked.at("/swap/state").asText()).as(asked.toString()).isEqualTo("accepted");
        String id = asked.at("/swap/id").asText();
        Await.until("both batteries were moved", () -> {
            time.advance(Duration.ofSeconds(3));
            return api.call("getBatterySwap")
                    .with("id", id)
                    .gives(200)
                    .path("state")
                    .asText()
                    .equals("completed");
        });
        JsonNode swap = api.call("getBatterySwap").with("id", id).gives(200);
        assertThat(swap.at("/out/0/serialNumber").asText()).isEqualTo("BATTERY-96");
        assertThat(swap.at("/in/0/serialNumber").asText()).isEqualTo("BATTERY-21");
        api.call("getBatterySwap").with("id", "999999").gives(404);
        assertThat(items("listBatterySwaps")).hasSize(1);
        of("listBatterySwaps").with("state", "lost").gives(400);
        of("requestBatterySwap").body("{\"token\":\"NOBODY\"}").gives(409);
        of("requestBatterySwap").body("{}").gives(400);
    }
}
