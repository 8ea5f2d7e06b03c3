package org.ohmstead.adhocpayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.adhocpayment.ocpp2.NotifySettlement2;
import org.ohmstead.adhocpayment.ocpp2.VatNumberValidation2;
import org.ohmstead.api.Refused;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.Outbox;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.routing.CallRefused;
import org.ohmstead.ocpp.v2.Address;
import org.ohmstead.ocpp.v2.GenericStatus;
import org.ohmstead.ocpp.v2.NotifySettlement;
import org.ohmstead.ocpp.v2.NotifySettlement.PaymentStatus;
import org.ohmstead.ocpp.v2.VatNumberValidation;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

/** A station with a terminal, and what it tells of payments. */
class SettlementsTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private static final class World implements AutoCloseable {
        final TestStations stations;
        final StationRef cp7;
        final NotifySettlement2 notify;
        final SettlementResource resource;

        World(TestDatabases.Kind kind, String receiptUrl) {
            stations = new TestStations(kind.open());
            cp7 = stations.station("CP 7");
            Settlements settlements = new Settlements(
                    new SqlSettlementStore(stations.database, stations.commits, new Outbox(stations.clock)),
                    new AdHocPaymentSettings(receiptUrl));
            notify = new NotifySettlement2(settlements);
            resource = new SettlementResource(settlements, stations.stations, CurrentActor.of(Actor.LOCAL));
        }

        NotifySettlement.Response says(
                String ref, PaymentStatus status, String amount, Instant at, @Nullable String receipt) {
            return notify.handle(
                    stations.caller(cp7, OcppVersion.V21),
                    new NotifySettlement.Request(
                            ref,
                            status,
                            new BigDecimal(amount),
                            at,
                            "TX-1",
                            null,
                            "R1",
                            receipt,
                            new Address("Ohm AG", "Platz 1", "Erlangen", "Germany"),
                            "DE136695976",
                            null));
        }

        List<SettlementView> all() {
            return resource.list(null, null, null, null, null, null, null, null).items();
        }

        @Override
        public void close() {
            stations.close();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_payment_is_kept_once_however_often_it_is_reported(TestDatabases.Kind kind) {
        try (World world = new World(kind, "")) {
            for (String amount : List.of("12.30", "12.3", "12.30")) {
                assertThat(world.says("PSP-1", PaymentStatus.Settled, amount, NOON, null))
                        .isEqualTo(new NotifySettlement.Response());
            }
            assertThat(world.all()).singleElement().satisfies(one -> {
                assertThat(one.station()).isEqualTo("CP 7");
                assertThat(one.pspRef()).isEqualTo("PSP-1");
                assertThat(one.status()).isEqualTo("Settled");
                assertThat(one.amount()).isEqualTo("12.30");
                assertThat(one.transactionId()).isEqualTo("TX-1");
                assertThat(one.vatCompany().path("city").asText()).isEqualTo("Erlangen");
                assertThat(world.resource.get(Long.toString(one.id()))).isEqualTo(one);
            });
            assertThat(world.stations.events("settlement.reported")).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void one_that_became_another_is_told_again_and_an_older_word_about_it_counts_no_more(TestDatabases.Kind kind) {
        try (World world = new World(kind, "")) {
            world.says("PSP-1", PaymentStatus.Failed, "12.30", NOON, null);
            world.says("PSP-1", PaymentStatus.Settled, "12.30", NOON.plusSeconds(60), null);
            world.says("PSP-1", PaymentStatus.Failed, "12.30", NOON, null);
            world.says("PSP-2", PaymentStatus.Canceled, "0", NOON, null);
            assertThat(world.all()).extracting(SettlementView::status).containsExactly("Canceled", "Settled");
            assertThat(world.stations.events("settlement.reported"))
                    .hasSize(3)
                    .element(1)
                    .asString()
                    .contains("\"before\":\"Failed\"");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void the_station_is_told_where_our_receipt_is_unless_it_made_one_or_nothing_was_paid(TestDatabases.Kind kind) {
        try (World world = new World(kind, "https://r.example/{station}?ref={pspRef}")) {
            assertThat(world.says("A/1 ä", PaymentStatus.Settled, "1", NOON, null)
                            .receiptUrl())
                    .isEqualTo("https://r.example/CP%207?ref=A%2F1%20%C3%A4");
            assertThat(world.says("A2", PaymentStatus.Settled, "1", NOON, "https://cp/r")
                            .receiptUrl())
                    .isNull();
            assertThat(world.says("A3", PaymentStatus.Rejected, "1", NOON, null).receiptUrl())
                    .isNull();
            assertThat(world.all())
                    .extracting(one -> Optional.ofNullable(one.receiptUrl()).orElse("none"))
                    .containsExactly("none", "https://cp/r", "https://r.example/CP%207?ref=A%2F1%20%C3%A4");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void they_are_listed_by_station_status_reference_session_and_time(TestDatabases.Kind kind) {
        try (World world = new World(kind, "")) {
            world.says("PSP-1", PaymentStatus.Settled, "1", NOON, null);
            world.says("PSP-2", PaymentStatus.Failed, "1", NOON, null);
            SettlementResource list = world.resource;
            assertThat(list.list("cp 7", "settled", "PSP-1", "tx-1", "2020-01-01T00:00:00Z", null, null, null)
                            .items())
                    .hasSize(1);
            assertThat(list.list(null, "Rejected", null, null, null, null, null, null)
                            .items())
                    .isEmpty();
            assertThat(list.list(null, null, null, null, null, "2020-01-01T00:00:00Z", null, null)
                            .items())
                    .isEmpty();
            var first = list.list(null, null, null, null, null, null, "1", null);
            assertThat(list.list(null, null, null, null, null, null, "1", first.next())
                            .items())
                    .extracting(SettlementView::pspRef)
                    .containsExactly("PSP-1");
            assertThatThrownBy(() -> list.list("NOBODY", null, null, null, null, null, null, null))
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> list.get("99")).isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void words_that_no_specification_has_and_texts_that_no_database_keeps_cost_no_payment(TestDatabases.Kind kind) {
        try (World world = new World(kind, "")) {
            Caller odd = world.stations.oddWord(world.cp7, OcppVersion.V21, "status", "Half\0settled");
            String ref = "x".repeat(5_000) + '\0';
            world.notify.handle(odd, new NotifySettlement.Request(ref, PaymentStatus.Settled, BigDecimal.ONE, NOON));
            assertThat(world.all()).singleElement().satisfies(one -> {
                assertThat(one.status()).isEqualTo("Half\uFFFDsettled");
                assertThat(one.pspRef()).hasSize(5_001);
            });
        }
    }

    @Test
    void a_vat_number_comes_back_with_its_EVSE_and_whether_somebody_may_have_it() {
        try (TestStations stations = new TestStations()) {
            Caller caller = stations.caller(stations.station("CP-7"), OcppVersion.V21);
            var good = VatNumberValidation2.vatNumberValidation(
                    caller, new VatNumberValidation.Request("DE 136695976", 3));
            assertThat(good)
                    .isEqualTo(new VatNumberValidation.Response("DE 136695976", GenericStatus.Accepted, null, null, 3));
            var bad = VatNumberValidation2.vatNumberValidation(caller, new VatNumberValidation.Request("DE136695977"));
            assertThat(bad.status()).isEqualTo(GenericStatus.Rejected);
            assertThat(bad.statusInfo().additionalInfo()).contains("check digits");
            assertThat(bad.evseId()).isNull();
            assertThatThrownBy(() -> VatNumberValidation2.vatNumberValidation(
                            caller, new VatNumberValidation.Request("1".repeat(21))))
                    .isInstanceOf(CallRefused.class);
        }
    }
}
