package org.ohmstead.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ohmstead.blocks.BlockWorld.answered;
import static org.ohmstead.blocks.BlockWorld.until;
import static org.ohmstead.blocks.BlockWorld.why;
import static org.ohmstead.ocpp.OcppVersion.V16;
import static org.ohmstead.ocpp.OcppVersion.V201;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.RecordedLines;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v16.ChangeAvailability.Status;
import org.ohmstead.ocpp.v2.ChangeAvailability;
import org.ohmstead.ocpp.v2.ChangeAvailability.OperationalStatus;
import org.ohmstead.ocpp.v2.Evse;
import org.ohmstead.stations.availability.BlockMark;
import org.ohmstead.stations.availability.ConnectorResource;
import org.ohmstead.tokens.TokenQuery;
import org.ohmstead.tokens.TokenStatus;
import org.ohmstead.tokens.TokenVerdict;

class ConnectorBlocksTest {
    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_block_is_kept_recorded_and_told_and_the_station_hears_of_it(TestDatabases.Kind kind) {
        try (BlockWorld world = new BlockWorld(kind.open())) {
            ScriptedLink link = world.connect(V201);
            ConnectorBlockView view = world.evses.blockConnector("CP-7", "2", "2", why("Cable damaged"));
            assertThat(view.reason()).isEqualTo("Cable damaged");
            assertThat(view.blockedBy()).isEqualTo("local");
            assertThat(world.told(link, 1))
                    .containsExactly(new ChangeAvailability.Request(OperationalStatus.Inoperative, new Evse(2, 2)));
            world.isShown("2/2 accepted");
            assertThat(world.newEvents())
                    .filteredOn(event -> event.kind().startsWith("connector."))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.kind()).isEqualTo("connector.blocked");
                        assertThat(event.payload().path("reason").asText()).isEqualTo("Cable damaged");
                        assertThat(event.payload().has("until")).isFalse();
                    });
            assertThat(RecordedLines.of(world.stations.database, world.stations.commits))
                    .contains("local connector-block CP-7/2/2 created  -> {'reason':'Cable damaged'}");

            world.evses.unblockConnector("CP-7", "2", "2");
            assertThat(world.told(link, 2).getLast())
                    .isEqualTo(new ChangeAvailability.Request(OperationalStatus.Operative, new Evse(2, 2)));
            world.isShown();
            assertThat(world.newEvents())
                    .extracting(StoredEvent::kind)
                    .filteredOn(each -> each.startsWith("connector."))
                    .containsExactly("connector.unblocked");
            assertThat(RecordedLines.of(world.stations.database, world.stations.commits))
                    .contains("local connector-block CP-7/2/2 deleted {'reason':'Cable damaged'} ->");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_station_that_was_away_is_told_when_it_is_back_and_again_after_each_accepted_boot(TestDatabases.Kind kind) {
        try (BlockWorld world = new BlockWorld(kind.open())) {
            world.evses.blockEvse("CP-7", "1", why("Repair"));
            world.whole.block("CP-7", why("Flood"));
            world.isShown("0/0 pending", "1/0 pending");
            ScriptedLink link = world.connect(V201);
            world.watch.lookAtAll();
            assertThat(world.told(link, 2))
                    .containsExactly(
                            new ChangeAvailability.Request(OperationalStatus.Inoperative),
                            new ChangeAvailability.Request(OperationalStatus.Inoperative, new Evse(1, null)));
            world.isShown("0/0 accepted", "1/0 accepted");
            world.watch.lookAtAll(); // there is nothing left to tell
            world.watch.on(booted(world, "pending"));
            world.watch.on(booted(world, "accepted"));
            assertThat(world.told(link, 4).subList(2, 4)).isEqualTo(link.sent.subList(0, 2));
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_is_scheduled_is_in_force_when_all_that_it_covers_is_unavailable(TestDatabases.Kind kind) {
        try (BlockWorld world = new BlockWorld(kind.open())) {
            world.connect(V201);
            world.answer.set(answered(Status.Scheduled));
            world.evses.blockEvse("CP-7", "2", why("Repair"));
            world.isShown("2/0 scheduled");
            world.report(2, 1, "Unavailable");
            world.newEvents().forEach(world.watch::on);
            world.isShown("2/0 scheduled");
            world.report(2, 2, "Unavailable");
            world.newEvents().forEach(world.watch::on);
            world.isShown("2/0 accepted");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_block_is_lifted_when_its_time_is_over_unless_that_was_changed(TestDatabases.Kind kind) {
        try (BlockWorld world = new BlockWorld(kind.open())) {
            ScriptedLink link = world.connect(V16);
            Instant first = world.stations.clock.instant().plusSeconds(60);
            Instant later = first.plusSeconds(60);
            world.evses.blockConnector("CP-7", "1", "1", until(first));
            world.evses.blockConnector("CP-7", "1", "1", until(later));
            assertThat(world.stations.database.rows(
                            Scope.everywhere(),
                            "select data_json from scheduled_job",
                            row -> String.valueOf(row.text(1))))
                    .singleElement()
                    .asString()
                    .contains(later.toString());
            world.stations.clock.advance(Duration.ofSeconds(90));
            world.expiry.run("id", due(world, first));
            world.isShown("1/1 accepted");
            world.stations.clock.advance(Duration.ofSeconds(60));
            world.expiry.run("id", due(world, later));
            world.isShown();
            assertThat(world.told(link, 2).getLast().toString())
                    .contains("connectorId=1")
                    .contains("type=Operative");
            assertThat(RecordedLines.of(world.stations.database, world.stations.commits))
                    .anyMatch(
                            line -> line.startsWith("server:connector-block-expiry connector-block CP-7/1/1 deleted"));
        }
    }

    private static BlockExpiry.Due due(BlockWorld world, Instant until) {
        return new BlockExpiry.Due(world.cp7.tenant(), world.cp7.id(), "CP-7", 1, 1, until);
    }

    @Test
    void with_1_6_what_the_station_is_told_holds_for_all_connectors_so_those_blocked_by_themselves_are_told_again() {
        try (BlockWorld world = new BlockWorld(TestDatabases.sqlite())) {
            ScriptedLink link = world.connect(V16);
            world.evses.blockConnector("CP-7", "1", "1", why("Cable damaged"));
            world.told(link, 1);
            world.whole.block("CP-7", why("Flood"));
            world.told(link, 2);
            world.evses.blockEvse("CP-7", "2", why("Display broken"));
            world.told(link, 3);
            world.isShown("0/0 accepted", "1/1 accepted", "2/0 accepted");
            world.evses.unblockEvse("CP-7", "2"); // stays inoperative with the station, so nothing is sent
            world.isShown("0/0 accepted", "1/1 accepted");
            world.whole.unblock("CP-7");
            assertThat(world.told(link, 5))
                    .extracting(Object::toString)
                    .containsExactly(
                            "Request[connectorId=1, type=Inoperative]",
                            "Request[connectorId=0, type=Inoperative]",
                            "Request[connectorId=2, type=Inoperative]",
                            "Request[connectorId=0, type=Operative]",
                            "Request[connectorId=1, type=Inoperative]");
            world.isShown("1/1 accepted");
        }
    }

    @Test
    void a_station_that_refuses_is_told_again_when_it_is_asked_for_and_one_that_cannot_is_not_asked_to_free_anything() {
        try (BlockWorld world = new BlockWorld(TestDatabases.sqlite())) {
            ScriptedLink link = world.connect(V16);
            world.answer.set(answered(Status.Rejected));
            world.evses.blockConnector("CP-7", "1", "1", why("Repair"));
            world.isShown("1/1 rejected");
            world.evses.blockConnector("CP-7", "1", "1", why("Repair"));
            world.told(link, 2);
            world.evses.unblockConnector("CP-7", "1", "1");
            world.isShown("1/1 rejected lifted");
            assertThat(world.blocks.standing(world.cp7)).isEmpty();
            world.answer.set(new Outcome.Refused<>(
                    org.ohmstead.ocpp.rpc.routing.ErrorCode.NotImplemented,
                    "NotImplemented",
                    "no",
                    JsonNodeFactory.instance.objectNode()));
            world.evses.blockConnector("CP-7", "1", "1", why("Repair"));
            world.isShown("1/1 notSupported");
            world.evses.unblockConnector("CP-7", "1", "1");
            world.isShown();
        }
    }

    @Test
    void an_answer_to_what_was_changed_meanwhile_counts_for_nothing() {
        try (BlockWorld world = new BlockWorld(TestDatabases.sqlite())) {
            ScriptedLink[] link = new ScriptedLink[1];
            boolean[] lifted = new boolean[1];
            link[0] = new ScriptedLink(world.cp7, V16, call -> {
                if (!lifted[0]) {
                    lifted[0] = true;
                    world.blocks.unblock(Actor.LOCAL, world.cp7, new BlockPlace(1, 1), standing -> {});
                }
                return answered(Status.Accepted);
            });
            world.stations.links.put(link[0]);
            world.evses.blockConnector("CP-7", "1", "1", why("Repair"));
            assertThat(world.told(link[0], 2).getLast().toString()).contains("type=Operative");
            world.isShown();
        }
    }

    @Test
    void no_session_begins_where_it_is_blocked_but_a_driver_may_stop() {
        try (BlockWorld world = new BlockWorld(TestDatabases.sqlite())) {
            assertThat(refusal(world, 2, TokenQuery.Purpose.START)).isNull();
            world.evses.blockConnector("CP-7", "2", "1", why("Repair"));
            assertThat(refusal(world, 2, TokenQuery.Purpose.START)).isNull(); // the other connector is free
            world.evses.blockConnector("CP-7", "2", "2", why("Repair"));
            assertThat(refusal(world, 2, TokenQuery.Purpose.START)).isEqualTo("EVSE 2 is blocked: Repair");
            assertThat(refusal(world, 1, TokenQuery.Purpose.START)).isNull();
            assertThat(refusal(world, null, TokenQuery.Purpose.START)).isNull();
            world.whole.block("CP-7", why("Flood"));
            assertThat(refusal(world, null, TokenQuery.Purpose.START)).isEqualTo("the station is blocked: Flood");
            assertThat(refusal(world, 2, TokenQuery.Purpose.STOP)).isNull();
            assertThat(refusal(world, 2, TokenQuery.Purpose.AUTHORIZE)).isNull();
        }
    }

    private static @org.jspecify.annotations.Nullable String refusal(
            BlockWorld world, @org.jspecify.annotations.Nullable Integer evse, TokenQuery.Purpose purpose) {
        return world.rule
                .refuses(
                        TokenVerdict.of(TokenStatus.ACCEPTED),
                        new TokenQuery(world.cp7, evse, "CARD", null, purpose, null))
                .map(refusal -> {
                    assertThat(refusal.status()).isEqualTo(TokenStatus.NOT_AT_THIS_LOCATION);
                    return refusal.reason();
                })
                .orElse(null);
    }

    @Test
    void the_list_of_connectors_shows_what_blocks_each() {
        try (BlockWorld world = new BlockWorld(TestDatabases.sqlite())) {
            world.evses.blockConnector("CP-7", "2", "2", why("Cable"));
            ConnectorResource connectors = new ConnectorResource(
                    world.stations.stations,
                    world.stations.links,
                    world.stations.connectors,
                    world.blocks,
                    CurrentActor.of(Actor.LOCAL),
                    world.stations.clock);
            assertThat(connectors.connectors("CP-7", null, null).items())
                    .extracting(
                            view -> view.block() == null ? null : view.block().reason())
                    .containsExactly(null, null, "Cable");
            world.whole.block("CP-7", why("Flood"));
            assertThat(connectors.connectors("CP-7", null, null).items())
                    .extracting(
                            view -> view.block() == null ? null : view.block().reason())
                    .containsExactly("Flood", "Flood", "Flood");
            assertThat(world.blocks.marks(world.cp7))
                    .extracting(BlockMark::evse)
                    .containsExactly(0, 2);
        }
    }

    @Test
    void what_is_not_there_or_not_said_is_refused() {
        try (BlockWorld world = new BlockWorld(TestDatabases.sqlite())) {
            refused(() -> world.evses.blockConnector("CP-7", "3", "1", why("x")), "reported no connector 1 of EVSE 3");
            refused(
                    () -> world.evses.blockEvse("CP-7", "0", why("x")),
                    "evse is '0'; allowed is a whole number from 1");
            refused(() -> world.evses.blockEvse("CP-7", "one", why("x")), "allowed is a whole number");
            refused(() -> world.whole.block("CP-8", why("x")), "There is no station 'CP-8'");
            refused(() -> world.whole.block("CP-7", null), "reason is missing");
            refused(() -> world.whole.block("CP-7", why("x".repeat(201))), "reason has 201 characters");
            refused(() -> world.whole.block("CP-7", until(world.stations.clock.instant())), "which is over");
            refused(() -> world.whole.unblock("CP-7"), "CP-7 is not blocked by itself");
            refused(() -> world.evses.unblockEvse("CP-7", "1"), "CP-7/1 is not blocked by itself");
            assertThat(world.newEvents()).isEmpty();
        }
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String why) {
        assertThat(catchThrowableOfType(Refused.class, call)).hasMessageContaining(why);
    }

    @Test
    void a_deleted_station_takes_its_blocks_along() {
        try (BlockWorld world = new BlockWorld(TestDatabases.sqlite())) {
            world.whole.block("CP-7", why("Flood"));
            world.stations.stations.delete(Actor.LOCAL, world.cp7, station -> {});
            assertThat(world.shown()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void the_list_of_all_goes_on_page_by_page(TestDatabases.Kind kind) {
        try (BlockWorld world = new BlockWorld(kind.open())) {
            world.whole.block("CP-7", why("Flood"));
            world.evses.blockEvse("CP-7", "1", why("Flood"));
            world.evses.blockConnector("CP-7", "2", "1", why("Flood"));
            var first = world.list.blocks(null, "2", null);
            assertThat(first.items()).hasSize(2);
            assertThat(world.list.blocks(null, "2", first.next()).items())
                    .singleElement()
                    .satisfies(last -> assertThat(last.evse()).isEqualTo(2));
        }
    }

    private static StoredEvent booted(BlockWorld world, String registration) {
        return new StoredEvent(
                1,
                world.cp7.tenant(),
                "station.booted",
                world.cp7.id(),
                JsonNodeFactory.instance.objectNode().put("identity", "CP-7").put("registration", registration),
                world.stations.clock.instant());
    }
}
