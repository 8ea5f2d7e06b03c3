package org.ohmstead.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.ocpp.OcppVersion.V16;
import static org.ohmstead.ocpp.OcppVersion.V201;
import static org.ohmstead.ocpp.OcppVersion.V21;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Limit;
import org.ohmstead.authority.issued.IssuedCertificate;
import org.ohmstead.authority.issued.IssuedFilter;
import org.ohmstead.authority.issued.RevocationReason;
import org.ohmstead.certificates.Pem;
import org.ohmstead.certificates.SignedFor;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.encryption.Encryption;
import org.ohmstead.encryption.TestKeys;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.v2.CertificateSigned;
import org.ohmstead.ocpp.v2.CertificateSigned.CertificateSignedStatus;
import org.ohmstead.ocpp.v2.CertificateSigningUse;
import org.ohmstead.ocpp.v2.StatusInfo;
import org.ohmstead.stations.StationRef;

class SigningRequestsTest {
    private static final Function<OcppCall<?>, OcppResult> ACCEPTS =
            call -> new CertificateSigned.Response(CertificateSignedStatus.Accepted);

    private static final Function<OcppCall<?>, OcppResult> ACCEPTS_16 =
            call -> new org.ohmstead.ocpp.v16.CertificateSigned.Response(
                    org.ohmstead.ocpp.v16.CertificateSigned.CertificateSignedStatus.Accepted);

    private static List<IssuedCertificate> issued(AuthorityWorld world) {
        return world.issued
                .page(Actor.LOCAL.scope(), IssuedFilter.ALL, new Limit(10), null)
                .items();
    }

    private static void until(AuthorityWorld world, StationRef station, String state) {
        Await.until(() -> world.requests.state(station).startsWith(state));
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_request_is_signed_sent_and_installed(TestDatabases.Kind kind) {
        try (AuthorityWorld world = new AuthorityWorld(kind.open())) {
            ScriptedLink link = world.says(world.cp7, V16, ACCEPTS_16);
            assertThat(world.requests.ask(world.cp7, TestRequests.pem("CN=CP-7")))
                    .isNull();
            assertThat(world.requests.state(world.cp7)).isEqualTo("accepted 0 null");
            world.requests.work(world.cp7);
            until(world, world.cp7, "installed");
            assertThat(link.sent).singleElement().isInstanceOf(org.ohmstead.ocpp.v16.CertificateSigned.Request.class);
            IssuedCertificate one = issued(world).getFirst();
            assertThat(one.life().answer()).isEqualTo("accepted");
            assertThat(one.state(world.stations.clock.instant())).isEqualTo(IssuedCertificate.State.VALID);
            assertThat(one.content().subject()).isEqualTo("CN=CP-7");
            List<X509Certificate> chain = Pem.read("chain", one.content().chain());
            assertThat(chain).hasSize(1);
            assertThat(world.stations.events("certificate.issued")).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_request_of_2_1_gets_its_number_and_type_back_and_an_rsa_key_is_as_good(TestDatabases.Kind kind) {
        try (AuthorityWorld world = new AuthorityWorld(kind.open())) {
            world.add(new AuthorityBody("Vehicles", "own", "v2g", null, null, 30, "rsa_2048", null, null, null));
            ScriptedLink link = world.says(world.cp7, V21, ACCEPTS);
            String csr = TestRequests.pem("DC=CPO,O=Example,CN=DE*EX*E1", TestRequests.rsa(2048));
            assertThat(world.requests.ask(world.cp7, SignedFor.V2G20, csr, 4711))
                    .isEmpty();
            world.requests.work(world.cp7);
            until(world, world.cp7, "installed");
            CertificateSigned.Request sent = (CertificateSigned.Request) link.sent.getFirst();
            assertThat(sent.requestId()).isEqualTo(4711);
            assertThat(sent.certificateType()).isEqualTo(CertificateSigningUse.V2G20Certificate);
        }
    }

    @Test
    void towards_vehicles_nobody_signs_who_was_not_made() {
        try (AuthorityWorld world = new AuthorityWorld(TestDatabases.sqlite())) {
            assertThat(world.requests.ask(world.cp7, SignedFor.V2G, TestRequests.pem("CN=X"), null))
                    .hasValueSatisfying(why -> assertThat(why).contains("purpose v2g"));
        }
    }

    @Test
    void a_wrong_request_is_refused_in_words_that_are_kept() {
        KeyPair pair = TestRequests.ec("secp256r1");
        String good = TestRequests.pem("CN=CP-7,O=Example");
        Map<String, String> table = Map.of(
                TestRequests.pem("CN=CP-8,O=Example"), "identity 'CP-7'",
                TestRequests.pem("CN=CP-7,O=Other"), "CpoName",
                TestRequests.pem("CN=CP-7"), "organisation (O) is missing",
                TestRequests.pem("O=Example"), "0 common names",
                TestRequests.pem("CN=CP-7,CN=CP-8,O=Example"), "2 common names",
                TestRequests.pem("CN=CP-7,O=Example,E=a@example.org"),
                        "part that is not known here (1.2.840.113549.1.9.1)",
                TestRequests.pem("CN=CP-7,O=Example", TestRequests.rsa(1024)), "RSA 1024",
                TestRequests.signed("CN=CP-7,O=Example", pair, TestRequests.ec("secp256r1"), "SHA256withECDSA"),
                        "not that of its own key",
                TestRequests.signed("CN=CP-7,O=Example", pair, pair, "SHA1withECDSA"), "broken",
                good.replace(good.substring(37, 43), "AAAAAA"), "no PKCS#10");
        try (AuthorityWorld world = new AuthorityWorld(TestDatabases.sqlite())) {
            world.add(new AuthorityBody("Stations", "own", null, null, "Example", null, null, null, null, null));
            table.forEach((csr, words) -> {
                assertThat(world.requests.ask(world.cp7, csr)).as(words).contains(words);
                assertThat(world.requests.state(world.cp7))
                        .startsWith("refused")
                        .contains(words);
            });
            assertThat(world.requests.ask(world.cp7, "hello")).contains("BEGIN CERTIFICATE REQUEST");
            assertThat(world.requests.ask(world.cp7, good.substring(0, 100))).contains("or its end");
            assertThat(world.requests.ask(world.cp7, good)).isNull();
            assertThat(world.stations.events("certificate.request-failed")).hasSize(table.size() + 2);
        }
    }

    @Test
    void a_station_that_asks_without_end_is_told_to_wait_and_fills_nothing() {
        try (AuthorityWorld world = new AuthorityWorld(TestDatabases.sqlite())) {
            for (int i = 0; i < 60; i++) {
                world.requests.ask(world.cp7, "nonsense " + i);
            }
            assertThat(world.requests.ask(world.cp7, TestRequests.pem("CN=CP-7")))
                    .contains("50 times within a day");
            assertThat(world.requests.count(world.cp7)).isEqualTo(50);
            world.stations.clock.advance(Duration.ofDays(2));
            assertThat(world.requests.ask(world.cp7, TestRequests.pem("CN=CP-7")))
                    .isNull();
        }
    }

    @Test
    void the_same_request_again_gets_the_same_certificate_again() {
        try (AuthorityWorld world = new AuthorityWorld(TestDatabases.sqlite())) {
            ScriptedLink link = world.says(world.cp7, V201, ACCEPTS);
            String csr = TestRequests.pem("CN=cp-7");
            for (int i = 0; i < 2; i++) {
                assertThat(world.requests.ask(world.cp7, csr)).isNull();
                world.requests.work(world.cp7);
                until(world, world.cp7, "installed");
                world.stations.clock.advance(Duration.ofMinutes(1));
            }
            assertThat(issued(world)).hasSize(1);
            assertThat(link.sent).hasSize(2);
            assertThat(link.sent.getFirst()).isEqualTo(link.sent.getLast());
            world.issued.revoke(Actor.LOCAL, issued(world).getFirst().id(), RevocationReason.KEY_COMPROMISE);
            assertThat(world.requests.ask(world.cp7, csr)).contains("revoked");
        }
    }

    @Test
    void the_request_of_another_station_is_no_repetition() {
        try (AuthorityWorld world = new AuthorityWorld(TestDatabases.sqlite())) {
            StationRef cp8 = world.stations.station("CP-8");
            String csr = TestRequests.pem("CN=CP-7");
            assertThat(world.requests.ask(world.cp7, csr)).isNull();
            assertThat(world.requests.ask(cp8, csr)).contains("'CP-8'");
        }
    }

    @Test
    void a_station_that_is_away_gets_it_later_and_one_that_rejects_it_says_why() {
        try (AuthorityWorld world = new AuthorityWorld(TestDatabases.sqlite())) {
            ScriptedLink link = world.says(
                    world.cp7,
                    V201,
                    call -> new CertificateSigned.Response(
                            CertificateSignedStatus.Rejected, new StatusInfo("InvalidCertificate", "No such key")));
            assertThat(world.requests.ask(world.cp7, TestRequests.pem("CN=CP-7")))
                    .isNull();
            world.requests.work(world.cp7);
            until(world, world.cp7, "rejected");
            assertThat(world.requests.state(world.cp7)).contains("InvalidCertificate, No such key");
            assertThat(issued(world).getFirst().state(world.stations.clock.instant()))
                    .isEqualTo(IssuedCertificate.State.REJECTED);
            assertThat(link.sent).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_key_of_which_a_certificate_was_revoked_gets_no_other_whoever_asks_and_in_whatever_request(
            TestDatabases.Kind kind) {
        try (AuthorityWorld world = new AuthorityWorld(kind.open())) {
            KeyPair pair = TestRequests.ec("secp256r1");
            StationRef cp8 = world.stations.station("CP-8");
            assertThat(world.requests.ask(world.cp7, TestRequests.pem("CN=CP-7", pair)))
                    .isNull();
            world.requests.work(world.cp7);
            String waits = TestRequests.pem("CN=CP-7", pair);
            assertThat(world.requests.ask(world.cp7, waits)).isNull();
            world.issued.revoke(Actor.LOCAL, issued(world).getFirst().id(), RevocationReason.KEY_COMPROMISE);
            world.requests.work(world.cp7);
            assertThat(world.requests.state(world.cp7)).startsWith("failed").contains("revoked");
            assertThat(world.requests.ask(world.cp7, TestRequests.pem("CN=CP-7", pair)))
                    .contains("new key");
            assertThat(world.requests.ask(cp8, TestRequests.pem("CN=CP-8", pair)))
                    .contains("new key");
            assertThat(world.requests.ask(world.cp7, TestRequests.pem("CN=CP-7")))
                    .isNull();
        }
    }

    @Test
    void where_an_operator_has_switched_signing_off_none_is_made_and_stations_are_told_so() {
        try (AuthorityWorld world = new AuthorityWorld(TestDatabases.sqlite())) {
            assertThat(world.requests.ask(world.cp7, TestRequests.pem("CN=CP-7")))
                    .isNull();
            Authority made = world.authorities.of(Actor.LOCAL.scope()).getFirst();
            world.authorities.change(
                    Actor.LOCAL,
                    made.id(),
                    it -> Authorities.with(it, new Authority.Terms("Renamed", false, null, 365)));
            assertThat(world.requests.ask(world.cp7, TestRequests.pem("CN=CP-7")))
                    .contains("switched that off")
                    .doesNotContain("vehicles");
            assertThat(world.authorities.of(Actor.LOCAL.scope())).hasSize(1);
            world.requests.work(world.cp7);
        }
    }

    @Test
    void one_that_the_station_cannot_be_sent_by_its_version_fails_and_says_so() {
        try (AuthorityWorld world = new AuthorityWorld(TestDatabases.sqlite())) {
            world.add(new AuthorityBody("Vehicles", "own", "v2g", null, null, 30, null, null, null, null));
            world.says(world.cp7, V16, ACCEPTS_16); // back by 1.6, which knows of one kind alone
            assertThat(world.requests.ask(world.cp7, SignedFor.V2G, TestRequests.pem("CN=DE*EX*E1"), null))
                    .isEmpty();
            world.requests.work(world.cp7);
            assertThat(world.requests.state(world.cp7)).startsWith("failed").contains("cannot be sent");
            assertThat(world.stations.events("certificate.request-failed")).hasSize(1);
        }
    }

    @Test
    void one_that_was_rejected_and_is_over_is_signed_anew() {
        try (AuthorityWorld world = new AuthorityWorld(TestDatabases.sqlite())) {
            world.says(world.cp7, V201, call -> new CertificateSigned.Response(CertificateSignedStatus.Rejected));
            String csr = TestRequests.pem("CN=CP-7");
            assertThat(world.requests.ask(world.cp7, csr)).isNull();
            world.requests.work(world.cp7);
            until(world, world.cp7, "rejected");
            world.stations.clock.advance(Duration.ofDays(400));
            assertThat(world.requests.ask(world.cp7, csr)).isNull();
            world.requests.work(world.cp7);
            assertThat(issued(world)).hasSize(2);
        }
    }

    @Test
    void one_whose_authority_has_a_key_that_cannot_be_opened_waits_for_days_and_then_fails() {
        try (AuthorityWorld world = new AuthorityWorld(TestDatabases.sqlite())) {
            Encryption another = new Encryption(TestKeys.ANOTHER);
            new AuthorityChanges(
                            new Authorities(
                                    world.store, another, world.tenants, world.stations.audit, world.stations.clock),
                            another,
                            world.tenants,
                            world.stations.clock)
                    .create(Actor.LOCAL, AuthorityWorld.own("Locked"));
            assertThat(world.requests.ask(world.cp7, TestRequests.pem("CN=CP-7")))
                    .isNull();
            world.requests.work(world.cp7);
            assertThat(world.requests.state(world.cp7)).startsWith("accepted").contains("encrypt");
            world.stations.clock.advance(Duration.ofDays(8));
            world.requests.work(world.cp7);
            assertThat(world.requests.state(world.cp7)).startsWith("failed");
            assertThat(world.stations.events("certificate.request-failed")).hasSize(1);
        }
    }
}
