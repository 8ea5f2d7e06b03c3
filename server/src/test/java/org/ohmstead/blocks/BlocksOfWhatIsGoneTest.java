package org.ohmstead.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.ohmstead.blocks.BlockWorld.answered;
import static org.ohmstead.blocks.BlockWorld.why;
import static org.ohmstead.ocpp.OcppVersion.V16;
import static org.ohmstead.ocpp.OcppVersion.V201;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v16.ChangeAvailability.Status;
import org.ohmstead.stations.StationRef;
import org.ohmstead.tokens.TokenQuery;
import org.ohmstead.tokens.TokenStatus;
import org.ohmstead.tokens.TokenVerdict;

/** Blocks of connectors that were removed, of stations that do not answer, and stations without blocks. */
class BlocksOfWhatIsGoneTest {
    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void the_block_of_a_connector_that_was_removed_can_be_lifted(TestDatabases.Kind kind) {
        try (BlockWorld world = new BlockWorld(kind.open())) {
            world.evses.blockConnector("CP-7", "2", "2", why("Cable"));
            world.evses.blockEvse("CP-7", "1", why("Display"));
            world.remove(2, 2);
            world.remove(1, 1);
            world.isShown("1/0 pending", "2/2 pending");
            world.connect(V201);
            world.answer.set(answered(Status.Rejected)); // it knows them no more, which leaves nothing to be told
            world.evses.unblockConnector("CP-7", "2", "2");
            world.isShown("1/0 rejected");
            world.evses.unblockEvse("CP-7", "1");
            world.isShown();
        }
    }

    @Test
    void an_evse_without_connectors_is_not_blocked_by_the_block_of_one_that_it_had() {
        try (BlockWorld world = new BlockWorld(TestDatabases.sqlite())) {
            TokenQuery start = new TokenQuery(world.cp7, 1, "CARD", null, TokenQuery.Purpose.START, null);
            world.evses.blockConnector("CP-7", "1", "1", why("Cable"));
            assertThat(world.rule.refuses(TokenVerdict.of(TokenStatus.ACCEPTED), start))
                    .isPresent();
            world.remove(1, 1);
            assertThat(world.rule.refuses(TokenVerdict.of(TokenStatus.ACCEPTED), start))
                    .isEmpty();
        }
    }

    @Test
    void what_is_scheduled_is_not_in_force_because_nothing_is_reported() {
        try (BlockWorld world = new BlockWorld(TestDatabases.sqlite())) {
            world.connect(V201);
            world.answer.set(answered(Status.Scheduled));
            world.evses.blockConnector("CP-7", "1", "1", why("Repair"));
            world.isShown("1/1 scheduled");
            world.remove(1, 1);
            world.watch.lookAtAll();
            assertThat(world.shown()).containsExactly("1/1 scheduled");
            world.report(1, 1, "Unavailable");
            world.watch.lookAtAll();
            assertThat(world.shown()).containsExactly("1/1 accepted");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_station_that_does_not_answer_has_said_nothing(TestDatabases.Kind kind) {
        try (BlockWorld world = new BlockWorld(kind.open())) {
            world.connect(V16);
            world.evses.blockConnector("CP-7", "1", "1", why("Repair"));
            world.isShown("1/1 accepted");
            assertThat(only(world).resultAt()).isNotNull();
            world.answer.set(new Outcome.TimedOut<>(Duration.ofSeconds(30)));
            world.watch.on(event(world.cp7, "station.booted"));
            world.isShown("1/1 pending");
            assertThat(only(world).resultAt()).isNull();
        }
    }

    private static ConnectorBlockView only(BlockWorld world) {
        return world.list.blocks(null, null, null).items().getFirst();
    }

    @Test
    void a_station_without_blocks_costs_no_look_at_the_database() {
        BlockWorld world = new BlockWorld(TestDatabases.sqlite());
        world.watch.on(event(world.cp7, "connector.changed"));
        StationRef other = new StationRef(world.cp7.tenant(), 4711, "CP-8");
        world.close();
        assertThatCode(() -> world.watch.on(event(other, "connector.changed"))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void stations_with_blocks_are_known_after_a_start_and_at_every_node(TestDatabases.Kind kind) {
        try (BlockWorld world = new BlockWorld(kind.open())) {
            SqlConnectorBlockStore other = world.store();
            assertThat(other.of(world.cp7)).isEmpty();
            world.whole.block("CP-7", why("Flood"));
            List.of(other, world.store(), world.store)
                    .forEach(each -> assertThat(each.of(world.cp7)).hasSize(1));
        }
    }

    private static StoredEvent event(StationRef station, String kind) {
        return new StoredEvent(
                1,
                station.tenant(),
                kind,
                station.id(),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("identity", station.identity())
                        .put("registration", "accepted"),
                Instant.EPOCH);
    }
}
