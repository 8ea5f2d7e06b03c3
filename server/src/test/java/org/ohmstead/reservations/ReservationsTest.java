package org.ohmstead.reservations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ohmstead.ocpp.OcppVersion.V16;
import static org.ohmstead.ocpp.OcppVersion.V201;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.RecordedLines;
import org.ohmstead.commands.Command;
import org.ohmstead.commands.CommandOrder;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.Wait;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.devicemodel.Address;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v16.CancelReservation;
import org.ohmstead.ocpp.v16.ReserveNow;
import org.ohmstead.ocpp.v2.IdToken;
import org.ohmstead.ocpp.v2.ReservationStatusUpdate;
import org.ohmstead.ocpp.v2.ReservationStatusUpdate.ReservationUpdateStatus;
import org.ohmstead.ocpp.v2.ReserveNow.ReserveNowStatus;
import org.ohmstead.reservations.ocpp2.ReservationStatusUpdate2;
import org.ohmstead.tokens.Token;

class ReservationsTest {
    private static final ReserveNow.Response ACCEPTED = new ReserveNow.Response(ReserveNow.Status.Accepted);

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_reservation_is_sent_kept_told_and_cancelled(TestDatabases.Kind kind) {
        try (ReservationWorld world = new ReservationWorld(kind.open())) {
            ScriptedLink link = world.connect(V16);
            world.says(ACCEPTED);
            Instant until = world.inOneHour().truncatedTo(ChronoUnit.MILLIS);
            ReservationView made = world.reserve("CARD", 2).reservation();
            assertThat(link.sent).containsExactly(new ReserveNow.Request(2, until, "CARD", 1, null));
            assertThat(made.id()).isOne();
            assertThat(made.state()).isEqualTo("accepted");
            assertThat(made.said()).isEqualTo("Accepted");
            assertThat(made.actor()).isEqualTo("local");
            assertThat(made.command()).isNotNull();
            assertThat(world.newKinds()).containsExactly("reservation.requested", "reservation.accepted");

            world.says(new CancelReservation.Response(CancelReservation.Status.Accepted));
            assertThat(world.cancel(1).reservation().state()).isEqualTo("cancelled");
            assertThat(link.sent.getLast()).isEqualTo(new CancelReservation.Request(1));
            assertThat(world.newKinds()).containsExactly("reservation.cancelled");
            assertThat(catchThrowableOfType(Refused.class, () -> world.cancel(1))
                            .detail())
                    .contains("is over: it is cancelled");
            assertThat(world.list
                            .list("CP-7", "cancelled", "card", null, null, null)
                            .items())
                    .hasSize(1);
            assertThat(world.list.list(null, "accepted", null, null, null, null).items())
                    .isEmpty();
            assertThat(RecordedLines.of(world.stations.database, world.stations.commits))
                    .anyMatch(line -> line.startsWith("local reservation CP-7/1 created"));
        }
    }

    @ParameterizedTest
    @EnumSource(ReserveNowStatus.class)
    void each_answer_of_2_x_has_its_state(ReserveNowStatus status) {
        try (ReservationWorld world = new ReservationWorld(TestDatabases.sqlite())) {
            ScriptedLink link = world.connect(V201);
            world.tokens.create(Actor.LOCAL, token("CARD", "FAMILY", "eMAID"));
            world.says(new org.ohmstead.ocpp.v2.ReserveNow.Response(status));
            ReservationBody body =
                    new ReservationBody("CARD", null, null, null, null, "cCCS2", world.inOneHour(), null);
            ReservationView made = world.reserve(body, SendOptions.USUAL).reservation();
            assertThat(made.state()).isEqualTo(status.name().toLowerCase(Locale.ROOT));
            var sent = (org.ohmstead.ocpp.v2.ReserveNow.Request) link.sent.getFirst();
            assertThat(sent.idToken()).isEqualTo(new IdToken("CARD", "eMAID"));
            assertThat(sent.groupIdToken()).isEqualTo(new IdToken("FAMILY", "Central"));
            assertThat(sent.connectorType()).isEqualTo("cCCS2");
            assertThat(sent.evseId()).isNull();
        }
    }

    @Test
    void a_station_that_reserves_nothing_in_general_or_at_all_is_not_asked_to() {
        try (ReservationWorld world = new ReservationWorld(TestDatabases.sqlite())) {
            ScriptedLink link = world.connect(V16);
            world.model.tells(world.cp7, Address.ofKey("ReserveConnectorZeroSupported"), "false");
            Refused any = catchThrowableOfType(Refused.class, () -> world.reserve("CARD", null));
            assertThat(any.kind()).isEqualTo(Refused.Kind.CONFLICT);
            assertThat(any.field()).isEqualTo("evse");
            assertThat(any.detail()).startsWith("ReserveConnectorZeroSupported of CP-7 is false");
            world.says(ACCEPTED);
            assertThat(world.reserve("CARD", 1).reservation().state()).isEqualTo("accepted");
            link.sent.clear();
            ScriptedLink newer = world.connect(V201);
            world.model.tells(world.cp7, Address.of("ReservationCtrlr", "NonEvseSpecific"), "false");
            assertThat(catchThrowableOfType(Refused.class, () -> world.reserve("CARD", null))
                            .detail())
                    .startsWith("ReservationCtrlr.NonEvseSpecific of CP-7 is false");
            world.model.tells(world.cp7, Address.of("ReservationCtrlr", "Enabled"), "false");
            assertThat(catchThrowableOfType(Refused.class, () -> world.reserve("CARD", 2))
                            .detail())
                    .startsWith("ReservationCtrlr.Enabled of CP-7 is false");
            assertThat(newer.sent).isEmpty();
        }
    }

    @Test
    void with_its_id_one_is_replaced_when_the_station_says_so_and_stays_where_it_does_not() {
        try (ReservationWorld world = new ReservationWorld(TestDatabases.sqlite())) {
            world.connect(V16);
            world.says(ACCEPTED);
            world.reserve("CARD", 2);
            ReservationBody other = new ReservationBody("OTHER", null, null, 1, null, null, world.inOneHour(), 1L);
            world.says(new ReserveNow.Response(ReserveNow.Status.Occupied));
            ReservationResult refused = world.reserve(other, SendOptions.USUAL);
            assertThat(refused.command().status()).isEqualTo("Occupied");
            assertThat(refused.reservation().token()).isEqualTo("CARD");
            assertThat(refused.reservation().state()).isEqualTo("accepted");
            world.says(ACCEPTED);
            ReservationView replaced = world.reserve(other, SendOptions.USUAL).reservation();
            assertThat(replaced.token()).isEqualTo("OTHER");
            assertThat(replaced.evse()).isOne();
            assertThat(world.reserve("CARD", 2).reservation().id()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void somebody_elses_start_is_refused_while_it_stands_and_only_there(TestDatabases.Kind kind) {
        try (ReservationWorld world = new ReservationWorld(kind.open())) {
            world.connect(V16);
            world.says(ACCEPTED);
            ReservationBody body = new ReservationBody("CARD", null, "FAMILY", 2, 1, null, world.inOneHour(), null);
            assertThat(world.refusal("OTHER", null, 2)).isEmpty();
            world.reserve(body, SendOptions.USUAL);
            assertThat(world.refusal("OTHER", null, 2)).isEqualTo("not_at_this_time");
            assertThat(world.refusal("OTHER", "STRANGERS", 2)).isEqualTo("not_at_this_time");
            assertThat(world.refusal("OTHER", "family", 2)).as("of the group").isEmpty();
            assertThat(world.refusal("card", null, 2)).as("the driver").isEmpty();
            assertThat(world.refusal("OTHER", null, 1)).as("elsewhere").isEmpty();
            assertThat(world.refusal("OTHER", null, null)).as("1.6 Authorize").isEmpty();
            world.stations.clock.advance(Duration.ofHours(2));
            assertThat(world.refusal("OTHER", null, 2)).as("over by the clock").isEmpty();
        }
    }

    @Test
    void one_for_any_evse_keeps_others_from_the_last_that_is_free() {
        try (ReservationWorld world = new ReservationWorld(TestDatabases.sqlite())) {
            world.connect(V16);
            world.says(ACCEPTED);
            world.reserve("CARD", null);
            assertThat(world.refusal("OTHER", null, 1)).isEmpty();
            world.report(2, "Charging");
            assertThat(world.refusal("OTHER", null, 1)).isEqualTo("not_at_this_time");
            assertThat(world.refusal("CARD", null, 1)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_session_uses_it_by_its_number_or_by_the_token_where_the_station_forgets_that(TestDatabases.Kind kind) {
        try (ReservationWorld world = new ReservationWorld(kind.open())) {
            world.connect(V16);
            world.says(ACCEPTED);
            world.reserve("CARD", 2);
            world.reserve("CARD", null);
            world.reserve("OTHER", 1);
            world.watch.on(session(world, 11, "CARD", 1, null));
            assertThat(List.of(world.state(1), world.state(2), world.state(3)))
                    .as("any EVSE, as EVSE 1 is kept for another card")
                    .containsExactly("accepted", "used", "accepted");
            world.watch.on(session(world, 12, "STRANGER", 2, null));
            assertThat(world.state(1)).isEqualTo("accepted");
            world.watch.on(session(world, 13, "card", 2, null));
            assertThat(world.state(1)).isEqualTo("used");
            world.stations.clock.advance(Duration.ofHours(2));
            world.upkeep.expire();
            assertThat(world.state(3)).isEqualTo("expired");
            world.watch.on(session(world, 14, "WHATEVER", 1, 3L));
            assertThat(world.state(3)).as("as an offline station tells late").isEqualTo("used");
            assertThat(world.resource.get("CP-7", "3").session()).isEqualTo(14);
        }
    }

    @Test
    void it_ends_with_its_time_by_our_clock_or_by_the_word_of_the_station() {
        try (ReservationWorld world = new ReservationWorld(TestDatabases.sqlite())) {
            world.connect(V201);
            world.says(new org.ohmstead.ocpp.v2.ReserveNow.Response(ReserveNowStatus.Accepted));
            world.reserve("CARD", 1);
            world.reserve("CARD", 2);
            world.reserve("OTHER", 2);
            ReservationStatusUpdate2 handler =
                    new ReservationStatusUpdate2(new ReservationEnds(world.store, world.stations.clock));
            world.newKinds();
            handler.handle(
                    world.stations.caller(world.cp7, V201),
                    new ReservationStatusUpdate.Request(1, ReservationUpdateStatus.Removed));
            handler.handle(
                    world.stations.caller(world.cp7, V201),
                    new ReservationStatusUpdate.Request(2, ReservationUpdateStatus.Expired));
            handler.handle(
                    world.stations.caller(world.cp7, V201),
                    new ReservationStatusUpdate.Request(77, ReservationUpdateStatus.Expired));
            assertThat(world.state(1)).isEqualTo("removed");
            assertThat(world.state(2)).isEqualTo("expired");
            assertThat(world.newKinds()).containsExactly("reservation.removed", "reservation.expired");
            world.upkeep.expire();
            assertThat(world.state(3)).isEqualTo("accepted");
            world.stations.clock.advance(Duration.ofHours(1));
            world.upkeep.expire();
            assertThat(world.state(3)).isEqualTo("expired");
            assertThat(RecordedLines.of(world.stations.database, world.stations.commits))
                    .anyMatch(line -> line.startsWith("server:reservation-expiry reservation CP-7/3 changed"));
        }
    }

    @Test
    void a_connector_that_breaks_or_goes_out_of_service_ends_it() {
        try (ReservationWorld world = new ReservationWorld(TestDatabases.sqlite())) {
            world.connect(V16);
            world.says(ACCEPTED);
            world.reserve("CARD", 1);
            world.reserve("CARD", 2);
            world.newEvents();
            world.report(1, "Faulted");
            world.report(2, "Reserved");
            world.newEvents().forEach(world.watch::on);
            assertThat(world.state(1)).isEqualTo("faulted");
            assertThat(world.state(2)).isEqualTo("accepted");
            world.report(2, "Unavailable");
            world.newEvents().forEach(world.watch::on);
            assertThat(world.state(2)).isEqualTo("unavailable");
        }
    }

    @Test
    void what_the_door_sends_counts_too_and_an_unknown_reservation_is_gone() {
        try (ReservationWorld world = new ReservationWorld(TestDatabases.sqlite())) {
            world.connect(V16);
            world.says(ACCEPTED);
            ObjectNode payload = JsonNodeFactory.instance
                    .objectNode()
                    .put("connectorId", 1)
                    .put("expiryDate", world.inOneHour().toString())
                    .put("idTag", "CARD")
                    .put("parentIdTag", "FAMILY")
                    .put("reservationId", 500);
            door(world, "ReserveNow", payload);
            assertThat(world.state(500)).isEqualTo("accepted");
            assertThat(world.refusal("OTHER", null, 1)).isEqualTo("not_at_this_time");
            assertThat(world.reserve("CARD", 2).reservation().id()).isEqualTo(501);
            world.says(new CancelReservation.Response(CancelReservation.Status.Rejected));
            door(
                    world,
                    "CancelReservation",
                    JsonNodeFactory.instance.objectNode().put("reservationId", 500));
            assertThat(world.state(500)).isEqualTo("cancelled");
        }
    }

    private static void door(ReservationWorld world, String action, ObjectNode payload) {
        world.orders.submit(
                Actor.LOCAL,
                new CommandOrder(new Command("CP-7", action, payload, Wait.USUAL), Wait.USUAL, null, null));
    }

    @Test
    void one_that_waits_for_its_station_is_called_off_with_its_command() {
        try (ReservationWorld world = new ReservationWorld(TestDatabases.sqlite())) {
            world.stations.connections.opened(world.cp7, V16, "10.0.0.1", "/ocpp/CP-7");
            SendOptions waits = new SendOptions("1s", null, "10m", "my-key");
            ReservationResult queued = world.reserve(world.body("CARD", 1), waits);
            assertThat(queued.command().state()).isEqualTo("queued");
            assertThat(queued.reservation().state()).isEqualTo("requested");
            ReservationResult again = world.reserve(world.body("CARD", 1), waits);
            assertThat(again.reservation().id()).isEqualTo(queued.reservation().id());
            assertThat(again.command().command()).isEqualTo(queued.command().command());
            assertThat(world.cancel(1).reservation().state()).isEqualTo("cancelled");
            ReservationView away = world.reserve("CARD", 1).reservation();
            assertThat(away.state()).isEqualTo("failed");
            assertThat(away.said()).isEqualTo("notConnected");
        }
    }

    @Test
    void where_nobody_knows_what_the_station_did_it_stays_requested() {
        try (ReservationWorld world = new ReservationWorld(TestDatabases.sqlite())) {
            world.connect(V16);
            world.answer.set(new Outcome.TimedOut<>(Duration.ofSeconds(30)));
            ReservationView made = world.reserve("CARD", 1).reservation();
            assertThat(made.state()).isEqualTo("requested");
            assertThat(made.said()).isEqualTo("timedOut");
            world.watch.on(session(world, 9, "CARD", 1, made.id()));
            assertThat(world.state(made.id())).isEqualTo("used");
        }
    }

    @Test
    void bad_input_is_refused_by_its_field_and_nothing_is_left_of_it() {
        try (ReservationWorld world = new ReservationWorld(TestDatabases.sqlite())) {
            world.connect(V16);
            Instant soon = world.inOneHour();
            assertThat(field(world, new ReservationBody(null, null, null, 1, null, null, soon, null)))
                    .isEqualTo("token");
            assertThat(field(world, new ReservationBody("A".repeat(21), null, null, 1, null, null, soon, null)))
                    .isEqualTo("token");
            assertThat(field(world, new ReservationBody("A", null, null, 1, null, null, null, null)))
                    .isEqualTo("expiresAt");
            assertThat(field(world, new ReservationBody("A", null, null, 1, null, null, Instant.EPOCH, null)))
                    .isEqualTo("expiresAt");
            assertThat(field(world, new ReservationBody("A", null, null, -1, null, null, soon, null)))
                    .isEqualTo("evse");
            assertThat(field(world, new ReservationBody("A", null, null, 1, 2, null, soon, null)))
                    .isEqualTo("connector");
            assertThat(field(world, new ReservationBody("A", null, null, 1, null, "cCCS2", soon, null)))
                    .isEqualTo("connectorType");
            assertThat(field(world, new ReservationBody("A", null, null, 1, null, null, soon, 0L)))
                    .isEqualTo("id");
            world.tokens.create(
                    Actor.LOCAL, new Token("B", "ISO14443", null, true, null, 1, List.of(), null, null, null, null));
            assertThat(field(world, new ReservationBody("B", null, null, 1, null, null, soon, null)))
                    .isEqualTo("token");
            world.connect(V201);
            assertThat(field(world, new ReservationBody("A", "NoSuchType", null, 1, null, null, soon, null)))
                    .startsWith("payload.idToken");
            assertThat(world.list.list(null, null, null, null, null, null).items())
                    .isEmpty();
        }
    }

    private static @Nullable String field(ReservationWorld world, ReservationBody body) {
        return catchThrowableOfType(Refused.class, () -> world.reserve(body, SendOptions.USUAL))
                .field();
    }

    private static Token token(String value, String group, String type) {
        return new Token(value, type, group, false, null, 1, List.of(), null, null, null, null);
    }

    private static StoredEvent session(
            ReservationWorld world, long id, String token, int evse, @Nullable Long reservation) {
        Instant now = world.stations.clock.instant();
        ObjectNode session = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("station", "CP-7")
                .put("evse", evse)
                .put("token", token)
                .put("startedAt", now.toString())
                .put("receivedAt", now.toString());
        if (reservation != null) {
            session.put("reservationNumber", reservation);
        }
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.set("session", session);
        return new StoredEvent(1, world.cp7.tenant(), "session.started", world.cp7.id(), payload, now);
    }
}
