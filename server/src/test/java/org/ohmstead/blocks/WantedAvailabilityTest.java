package org.ohmstead.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ohmstead.blocks.BlockWorld.answered;
import static org.ohmstead.blocks.BlockWorld.why;
import static org.ohmstead.ocpp.OcppVersion.V16;
import static org.ohmstead.ocpp.OcppVersion.V201;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.ocpp.v16.ChangeAvailability.Status;
import org.ohmstead.ocpp.v2.ChangeAvailability;
import org.ohmstead.ocpp.v2.ChangeAvailability.OperationalStatus;
import org.ohmstead.ocpp.v2.Evse;
import org.ohmstead.remote.availability.AvailabilityBody;
import org.ohmstead.remote.availability.AvailabilityResource;
import org.ohmstead.remote.availability.AvailabilityView;

/** The availability that somebody wants, which is a block seen from the other side. */
class WantedAvailabilityTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";

    private static AvailabilityResource resource(BlockWorld world) {
        return new AvailabilityResource(
                world.blocks,
                new BlockPlaces(world.stations.connectors),
                world.stations.stations,
                CurrentActor.of(Actor.LOCAL));
    }

    private static AvailabilityBody body(boolean operative, @Nullable Integer evse, @Nullable Integer connector) {
        return new AvailabilityBody(operative, evse, connector, null, null);
    }

    /** {@code 2/0 in accepted}. */
    private static List<String> wanted(BlockWorld world) {
        return resource(world).list("CP-7").items().stream()
                .map(one -> one.evse() + "/" + one.connector() + (one.operative() ? " in " : " out ") + one.result())
                .toList();
    }

    private static void booted(BlockWorld world) {
        world.watch.on(new StoredEvent(
                1,
                1,
                "station.booted",
                world.cp7.id(),
                JsonNodeFactory.instance.objectNode().put("identity", "CP-7").put("registration", "accepted"),
                Instant.EPOCH));
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void in_service_is_told_now_and_after_each_boot(TestDatabases.Kind kind) {
        try (BlockWorld world = new BlockWorld(kind.open())) {
            ScriptedLink link = world.connect(V201);
            AvailabilityView view = resource(world).set("CP-7", body(true, 2, null));
            assertThat(view.operative()).isTrue();
            assertThat(view.reason()).isEqualTo("In service");
            ChangeAvailability.Request operative =
                    new ChangeAvailability.Request(OperationalStatus.Operative, new Evse(2, null));
            assertThat(world.told(link, 1)).containsExactly(operative);
            Await.until(() -> wanted(world).equals(List.of("2/0 in accepted")));
            assertThat(world.shown()).as("it is no block").isEmpty();
            booted(world);
            assertThat(world.told(link, 2)).containsExactly(operative, operative);
            Await.until(
                    () -> world.newEvents().stream().map(StoredEvent::kind).anyMatch("availability.accepted"::equals));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void out_of_service_is_a_block_and_in_service_lifts_it(TestDatabases.Kind kind) {
        try (BlockWorld world = new BlockWorld(kind.open())) {
            ScriptedLink link = world.connect(V16);
            world.answer.set(answered(Status.Scheduled));
            resource(world).set("CP-7", body(false, null, null));
            world.isShown("0/0 scheduled");
            world.report(1, 1, "Unavailable");
            world.report(2, 1, "Unavailable");
            world.report(2, 2, "Unavailable");
            world.newEvents().forEach(world.watch::on);
            world.isShown("0/0 accepted");
            world.evses.blockEvse("CP-7", "1", why("Repair"));
            world.answer.set(answered(Status.Accepted));
            assertThat(world.told(link, 2)).hasSize(2);
            AvailabilityView in = resource(world).set("CP-7", body(true, null, null));
            assertThat(in.operative()).isTrue();
            Await.until(() -> wanted(world).equals(List.of("0/0 in accepted", "1/0 out accepted")));
            world.isShown("1/0 accepted");
            assertThat(world.newEvents())
                    .extracting(StoredEvent::kind)
                    .contains("connector.unblocked", "availability.accepted");
            resource(world).set("CP-7", body(false, null, null));
            Await.until(() -> wanted(world).equals(List.of("0/0 out accepted", "1/0 out accepted")));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_station_that_refuses_is_told_again_after_its_boot(TestDatabases.Kind kind) {
        try (BlockWorld world = new BlockWorld(kind.open())) {
            ScriptedLink link = world.connect(V201);
            world.answer.set(answered(Status.Rejected));
            resource(world).set("CP-7", body(true, 1, 1));
            Await.until(() -> wanted(world).equals(List.of("1/1 in rejected")));
            world.watch.lookAtAll();
            world.answer.set(answered(Status.Accepted));
            booted(world);
            Await.until(() -> wanted(world).equals(List.of("1/1 in accepted")));
            assertThat(world.told(link, 2)).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_cannot_be_is_refused(TestDatabases.Kind kind) {
        try (BlockWorld world = new BlockWorld(kind.open())) {
            AvailabilityResource resource = resource(world);
            assertThat(refused(resource, null).field()).isEqualTo("operative");
            assertThat(refused(resource, body(true, null, 1)).field()).isEqualTo("evse");
            assertThat(refused(resource, body(true, 0, null)).field()).isEqualTo("evse");
            assertThat(refused(resource, body(true, 9, null)).kind()).isEqualTo(Refused.Kind.NOT_FOUND);
            assertThat(refused(resource, new AvailabilityBody(true, 1, null, null, Instant.MAX))
                            .field())
                    .isEqualTo("until");
            assertThat(wanted(world)).isEmpty();
        }
    }

    private static Refused refused(AvailabilityResource resource, @Nullable AvailabilityBody body) {
        return catchThrowableOfType(Refused.class, () -> resource.set("CP-7", body));
    }
}
