package org.ohmstead.authority.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.db.schema.Tables.SCHEDULED_JOB;
import static org.ohmstead.ocpp.OcppVersion.V201;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Limit;
import org.ohmstead.authority.AuthoritySettings;
import org.ohmstead.authority.AuthorityWorld;
import org.ohmstead.authority.TestRequests;
import org.ohmstead.authority.issued.IssuedCertificate;
import org.ohmstead.authority.issued.IssuedFilter;
import org.ohmstead.certificates.Pem;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.ocpp.v2.CertificateSigned;
import org.ohmstead.ocpp.v2.CertificateSigned.CertificateSignedStatus;
import org.ohmstead.ocpp.v2.TriggerMessage;
import org.ohmstead.ocpp.v2.TriggerMessage.MessageTrigger;
import org.ohmstead.ocpp.v2.TriggerMessage.TriggerMessageStatus;

class CertificateRenewalTest {
    private static CertificateRenewal renewal(AuthorityWorld world, AuthoritySettings settings) {
        return new CertificateRenewal(world.issued, TestCommands.verbs(world.stations, List::of), settings);
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_station_is_asked_in_time_once_a_day_until_it_has_a_newer_one(TestDatabases.Kind kind) {
        try (AuthorityWorld world = new AuthorityWorld(kind.open())) {
            AtomicReference<TriggerMessageStatus> mood = new AtomicReference<>(TriggerMessageStatus.Accepted);
            ScriptedLink link = world.says(
                    world.cp7,
                    V201,
                    call -> call instanceof TriggerMessage.Request
                            ? new TriggerMessage.Response(mood.get())
                            : new CertificateSigned.Response(CertificateSignedStatus.Accepted));
            CertificateRenewal renewal = renewal(world, AuthoritySettings.defaults());
            install(world);
            link.sent.clear();
            world.stations.clock.advance(Duration.ofDays(334));
            renewal.round();
            assertThat(link.sent).isEmpty();
            world.stations.clock.advance(Duration.ofDays(2));
            renewal.round();
            renewal.round();
            assertThat(link.sent)
                    .containsExactly(new TriggerMessage.Request(MessageTrigger.SignChargingStationCertificate));
            assertThat(world.stations.events("certificate.renewal-failed")).isEmpty();
            world.stations.clock.advance(Duration.ofDays(2));
            mood.set(TriggerMessageStatus.NotImplemented);
            renewal.round();
            assertThat(world.stations.events("certificate.renewal-failed"))
                    .singleElement()
                    .satisfies(event -> assertThat(event).contains("NotImplemented"));
            install(world);
            link.sent.clear();
            world.stations.clock.advance(Duration.ofDays(2));
            renewal.round();
            assertThat(link.sent).isEmpty();
        }
    }

    @Test
    void one_that_is_away_is_told_of_and_off_asks_nobody() {
        try (AuthorityWorld world = new AuthorityWorld(TestDatabases.sqlite())) {
            ScriptedLink link = world.says(
                    world.cp7, V201, call -> new CertificateSigned.Response(CertificateSignedStatus.Accepted));
            install(world);
            world.stations.links.remove(link);
            world.stations.clock.advance(Duration.ofDays(340));
            renewal(world, new AuthoritySettings("", Duration.ZERO)).round();
            assertThat(world.stations.events("certificate.renewal-failed")).isEmpty();
            renewal(world, AuthoritySettings.defaults()).round();
            assertThat(world.stations.events("certificate.renewal-failed")).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void one_that_is_used_is_renewed_although_the_answer_to_it_got_lost(TestDatabases.Kind kind) {
        try (AuthorityWorld world = new AuthorityWorld(kind.open())) {
            assertThat(world.requests.ask(world.cp7, TestRequests.pem("CN=CP-7")))
                    .isNull();
            world.requests.work(world.cp7);
            IssuedCertificate one = world.issued
                    .page(Actor.LOCAL.scope(), IssuedFilter.ALL, new Limit(1), null)
                    .items()
                    .getFirst();
            world.stations.clock.advance(Duration.ofDays(340));
            assertThat(world.issued.due(Duration.ofDays(30), Duration.ofDays(1)))
                    .isEmpty();
            world.trust.connected(world.cp7, Pem.read("chain", one.content().chain()));
            assertThat(world.issued.due(Duration.ofDays(30), Duration.ofDays(1)))
                    .extracting(IssuedCertificate::id)
                    .containsExactly(one.id());
        }
    }

    @Test
    void one_that_comes_with_an_expired_certificate_is_asked_for_a_new_request_at_once() {
        try (AuthorityWorld world = new AuthorityWorld(TestDatabases.sqlite())) {
            ScriptedLink link = world.says(
                    world.cp7,
                    V201,
                    call -> call instanceof TriggerMessage.Request
                            ? new TriggerMessage.Response(TriggerMessageStatus.Accepted)
                            : new CertificateSigned.Response(CertificateSignedStatus.Accepted));
            install(world);
            link.sent.clear();
            IssuedCertificate one = world.issued
                    .page(Actor.LOCAL.scope(), IssuedFilter.ALL, new Limit(1), null)
                    .items()
                    .getFirst();
            List<X509Certificate> chain = Pem.read("chain", one.content().chain());
            world.trust.connected(world.cp7, chain);
            assertThat(waiting(world)).isEmpty();
            world.stations.clock.advance(Duration.ofDays(400));
            world.trust.connected(world.cp7, chain);
            assertThat(waiting(world)).hasSize(1);
            world.ended.run("any", new EndedRenewal.Due(world.cp7.tenant(), "CP-7"));
            assertThat(link.sent)
                    .containsExactly(new TriggerMessage.Request(MessageTrigger.SignChargingStationCertificate));
        }
    }

    private static List<String> waiting(AuthorityWorld world) {
        return world.stations.database.read(Scope.everywhere()).fetchValues(SCHEDULED_JOB.NAME).stream()
                .filter(kind -> kind.equals(world.ended.name()))
                .toList();
    }

    private static void install(AuthorityWorld world) {
        assertThat(world.requests.ask(world.cp7, TestRequests.pem("CN=CP-7"))).isNull();
        world.requests.work(world.cp7);
        Await.until(() -> world.requests.state(world.cp7).startsWith("installed"));
    }
}
