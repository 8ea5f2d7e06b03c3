package org.ohmstead.vendor.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.Outbox;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v16.DataTransfer;
import org.ohmstead.ocpp.v2.DataTransfer.DataTransferStatus;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.vendor.DataTransfers;
import org.ohmstead.vendor.Echo;
import org.ohmstead.vendor.ocpp16.DataTransfer16;
import org.ohmstead.vendor.ocpp2.DataTransfer2;

/** Vendors' messages both ways. */
class TransferLogTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";

    private static final class World implements AutoCloseable {
        final TestStations stations;
        final StationRef cp7;
        final TransferLog log;
        final DataTransferResource resource;

        World(TestDatabases.Kind kind) {
            stations = new TestStations(kind.open());
            cp7 = stations.station("CP-7");
            log = new TransferLog(
                    new SqlTransferStore(stations.database, stations.commits), new Outbox(stations.clock));
            Verbs verbs = TestCommands.verbs(stations, () -> List.of(log));
            resource = new DataTransferResource(log, verbs, stations.stations, CurrentActor.of(Actor.LOCAL));
        }

        ScriptedLink says(OcppVersion version, OcppResult result) {
            ScriptedLink link = new ScriptedLink(
                    cp7, version, call -> new Outcome.Answered<>(result, Duration.ofMillis(5), List.of()));
            stations.links.put(link);
            return link;
        }

        VerbView sends(String vendor, String message, JsonNode data) {
            return (VerbView)
                    resource.send("CP-7", SendOptions.USUAL, new DataTransferResource.Body(vendor, message, data))
                            .getEntity();
        }

        List<KeptTransfer> all(String inbound) {
            return resource.list("CP-7", inbound, null, null, null, null, null).items();
        }

        @Override
        public void close() {
            stations.close();
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_station_of_1_6_gets_a_text_and_one_of_2_x_what_it_is(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            ScriptedLink old =
                    world.says(OcppVersion.V16, new DataTransfer.Response(DataTransfer.Status.Accepted, "done"));
            VerbView answer = world.sends("com.example", "Do", json("{\"n\":1}"));
            assertThat(old.sent).containsExactly(new DataTransfer.Request("com.example", "Do", "{\"n\":1}"));
            assertThat(answer.response().path("data").asText()).isEqualTo("done");
            ScriptedLink recent = world.says(
                    OcppVersion.V201,
                    new org.ohmstead.ocpp.v2.DataTransfer.Response(DataTransferStatus.UnknownMessageId, null, null));
            world.sends("com.example", null, json("{\"n\":1}"));
            assertThat(((org.ohmstead.ocpp.v2.DataTransfer.Request) recent.sent.getFirst()).data())
                    .isEqualTo(json("{\"n\":1}"));
            assertThat(world.all("false"))
                    .extracting(KeptTransfer::status)
                    .containsExactly("UnknownMessageId", "Accepted");
            assertThat(world.all("false").getLast().answer()).isEqualTo(json("\"done\""));
            assertThat(world.all("false").getLast().outcome()).isEqualTo("answered");
            assertThat(world.all("true")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_a_station_sends_is_kept_without_passwords_with_its_answer_and_told_of(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            DataTransfers transfers = new DataTransfers(List.of(new Echo()));
            new DataTransfer2(transfers, world.log)
                    .handle(
                            world.stations.caller(world.cp7, OcppVersion.V201),
                            new org.ohmstead.ocpp.v2.DataTransfer.Request(
                                    "org.ohmstead", "Echo", json("{\"password\":\"secret\",\"n\":2}")));
            new DataTransfer16(transfers, world.log)
                    .handle(
                            world.stations.caller(world.cp7, OcppVersion.V16),
                            new DataTransfer.Request("com.example", null, "x".repeat(100_001)));
            KeptTransfer echo = world.resource
                    .list("CP-7", null, "ORG.ohmstead", null, null, null, null)
                    .items()
                    .getFirst();
            assertThat(echo.inbound()).isTrue();
            assertThat(echo.status()).isEqualTo("Accepted");
            assertThat(echo.data()).hasToString("{\"password\":\"***\",\"n\":2}");
            assertThat(world.all("true"))
                    .first()
                    .satisfies(one -> assertThat(one.data()).as("too long").isNull())
                    .satisfies(one -> assertThat(one.status()).isEqualTo("UnknownVendorId"));
            assertThat(world.stations.events("data-transfer.received"))
                    .hasSize(2)
                    .first()
                    .asString()
                    .contains("\"vendorId\":\"org.ohmstead\"", "\"n\":2")
                    .doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_is_wrong_is_named(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            for (String vendor : new String[] {null, " ", "x".repeat(256)}) {
                Refused refusal = catchThrowableOfType(Refused.class, () -> world.sends(vendor, null, null));
                assertThat(refusal.field()).isEqualTo("vendorId");
            }
            Refused refusal = catchThrowableOfType(Refused.class, () -> world.sends("x", "y".repeat(51), null));
            assertThat(refusal.field()).isEqualTo("messageId");
        }
    }
}
