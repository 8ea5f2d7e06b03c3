package org.ohmstead.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.ocpp.OcppVersion.V201;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Limit;
import org.ohmstead.authority.issued.IssuedCertificate;
import org.ohmstead.authority.issued.IssuedFilter;
import org.ohmstead.authority.issued.RevocationReason;
import org.ohmstead.certificates.Pem;
import org.ohmstead.certificates.SignedFor;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.iso15118.checks.ContractChecks;
import org.ohmstead.iso15118.checks.ContractFinding;
import org.ohmstead.iso15118.checks.SqlLeniencyStore;
import org.ohmstead.iso15118.roots.ContractRoots;
import org.ohmstead.iso15118.roots.SqlContractRootStore;
import org.ohmstead.stations.BootFacts;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.stations.connections.Attempt.Reason;
import org.ohmstead.stations.credentials.ClientAuthorities;
import org.ohmstead.stations.credentials.ClientTrust;
import org.ohmstead.stations.credentials.CredentialPolicy;
import org.ohmstead.stations.credentials.CredentialPolicy.Needed;
import org.ohmstead.stations.credentials.CredentialPolicy.Way;
import org.ohmstead.stations.securityprofiles.Judgement;
import org.ohmstead.stations.securityprofiles.Shown;
import org.ohmstead.stations.securityprofiles.TestSigner;

/** Whose a certificate is that was issued from here, whatever its common name says. */
class CertificateOwnersTest {
    private static final TestSigner ROOT = TestSigner.root("CN=Root");
    private static final TestSigner STATIONS = ROOT.below("CN=Stations");
    private static final TestSigner VEHICLES = ROOT.below("CN=Vehicles");

    @TempDir
    Path folder;

    private static void boots(AuthorityWorld world, StationRef station, String serial) {
        world.stations.boots.boot(
                world.stations.caller(station, V201),
                new BootFacts("Acme", "One", serial, "1", null, null, null, null, null));
    }

    private static List<X509Certificate> issue(
            AuthorityWorld world, StationRef station, SignedFor use, String subject) {
        assertThat(world.requests.ask(station, use, TestRequests.pem(subject), null))
                .isEmpty();
        world.requests.work(station);
        return Pem.read("chain", newest(world).content().chain());
    }

    private static IssuedCertificate newest(AuthorityWorld world) {
        return world.issued
                .page(Actor.LOCAL.scope(), IssuedFilter.ALL, new Limit(1), null)
                .items()
                .getFirst();
    }

    private static ClientTrust.Answer answer(AuthorityWorld world, StationRef station, List<X509Certificate> chain) {
        return world.trust.answer(station, chain, world.stations.clock.instant());
    }

    /** @param trusts in this order */
    private static Judgement judge(
            AuthorityWorld world, StationRef station, List<X509Certificate> chain, ClientTrust... trusts) {
        return world.stations
                .securityCheck(new CredentialPolicy(Needed.REQUIRED, EnumSet.allOf(Way.class), "", ""), trusts)
                .judge(world.stations.now(station), new Shown(true, chain, null, null));
    }

    private static AuthorityBody body(
            String name, String kind, String purpose, List<X509Certificate> chain, String key) {
        return new AuthorityBody(name, kind, purpose, null, null, null, null, Pem.write(chain), key, null);
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void nobody_gets_one_in_the_name_of_another_by_a_serial_number_that_he_makes_up(TestDatabases.Kind kind) {
        try (AuthorityWorld world = new AuthorityWorld(kind.open())) {
            StationRef cp8 = world.stations.station("CP-8");
            boots(world, world.cp7, "cp-8");
            assertThat(world.requests.ask(world.cp7, TestRequests.pem("CN=CP-8")))
                    .contains("another station");
            boots(world, cp8, "SN8");
            boots(world, world.cp7, "sn8");
            assertThat(world.requests.ask(world.cp7, TestRequests.pem("CN=SN8")))
                    .contains("another station");
            assertThat(world.requests.ask(world.cp7, TestRequests.pem("CN=CP-7")))
                    .isNull();
            boots(world, world.cp7, "SN7");
            assertThat(world.requests.ask(world.cp7, TestRequests.pem("CN=SN7")))
                    .isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void one_counts_for_the_station_that_it_was_issued_to_and_not_for_its_successor(TestDatabases.Kind kind) {
        try (AuthorityWorld world = new AuthorityWorld(kind.open())) {
            StationRef cp8 = world.stations.station("CP-8");
            List<X509Certificate> own = issue(world, world.cp7, SignedFor.STATION, "CN=CP-7");
            assertThat(judge(world, world.cp7, own, world.trust)).isInstanceOf(Judgement.Passed.class);
            assertThat(judge(world, cp8, own, world.trust)).isInstanceOfSatisfying(Judgement.Failed.class, failed -> {
                assertThat(failed.reason()).isEqualTo(Reason.WRONG_COMMON_NAME);
                assertThat(failed.detail()).contains("another station").doesNotContain("'CP-7'");
            });
            boots(world, cp8, "7");
            assertThat(judge(world, cp8, own, world.trust)).isInstanceOf(Judgement.Failed.class);
            world.stations.stations.delete(Actor.LOCAL, world.cp7, any -> {});
            StationRef successor = world.stations.station("CP-7");
            assertThat(judge(world, successor, own, world.trust))
                    .isInstanceOfSatisfying(Judgement.Failed.class, failed -> assertThat(failed.detail())
                            .contains("deleted"));
        }
    }

    @Test
    void a_revoked_one_is_refused_however_often_its_authority_is_known() {
        try (AuthorityWorld world = new AuthorityWorld(TestDatabases.sqlite())) {
            List<X509Certificate> above = List.of(STATIONS.certificate, ROOT.certificate);
            world.add(body("First", "trusted", "station", above, null));
            world.add(body("Own", "own", "station", above, STATIONS.key()));
            Path file = folder.resolve("authorities.pem");
            TestSigner.write(file, List.of(ROOT.certificate, STATIONS.certificate));
            ClientAuthorities others = new ClientAuthorities(
                    new CredentialPolicy(Needed.REQUIRED, EnumSet.allOf(Way.class), "", file.toString()));
            List<X509Certificate> own = issue(world, world.cp7, SignedFor.STATION, "CN=CP-7");
            assertThat(judge(world, world.cp7, own, others, world.trust)).isInstanceOf(Judgement.Passed.class);
            world.issued.revoke(Actor.LOCAL, newest(world).id(), RevocationReason.KEY_COMPROMISE);
            for (ClientTrust[] order : List.of(
                    new ClientTrust[] {world.trust},
                    new ClientTrust[] {others, world.trust},
                    new ClientTrust[] {world.trust, others})) {
                assertThat(judge(world, world.cp7, own, order))
                        .isInstanceOfSatisfying(Judgement.Failed.class, failed -> assertThat(failed.reason())
                                .isEqualTo(Reason.CERTIFICATE_REVOKED));
            }
        }
    }

    @Test
    void what_a_sister_of_our_authority_has_signed_is_none_of_ours() {
        try (AuthorityWorld world = new AuthorityWorld(TestDatabases.sqlite())) {
            world.add(body("Own", "own", "station", List.of(STATIONS.certificate, ROOT.certificate), STATIONS.key()));
            List<X509Certificate> sisters = List.of(VEHICLES.station("CN=CP-7"), VEHICLES.certificate);
            assertThat(answer(world, world.cp7, sisters)).isInstanceOf(ClientTrust.Unknown.class);
            assertThat(answer(world, world.cp7, List.of(ROOT.station("CN=CP-7"))))
                    .isInstanceOf(ClientTrust.Unknown.class);
            assertThat(answer(world, world.cp7, List.of(STATIONS.station("CN=CP-7"), STATIONS.certificate)))
                    .as("signed by the same key before it was imported")
                    .isInstanceOf(ClientTrust.Believed.class);
            assertThat(judge(world, world.cp7, List.of(STATIONS.station("CN=anything")), world.trust))
                    .as("and bound to no station by being the first")
                    .isInstanceOf(Judgement.Failed.class);
        }
    }

    @Test
    void one_towards_vehicles_opens_no_connection_to_this_server() {
        try (AuthorityWorld world = new AuthorityWorld(TestDatabases.sqlite())) {
            world.add(body("Own", "own", "station", List.of(STATIONS.certificate, ROOT.certificate), STATIONS.key()));
            world.add(body("V2G", "own", "v2g", List.of(VEHICLES.certificate, ROOT.certificate), VEHICLES.key()));
            world.add(body("Root", "trusted", "station", List.of(ROOT.certificate), null));
            List<X509Certificate> own = issue(world, world.cp7, SignedFor.V2G, "CN=CP-7");
            assertThat(answer(world, world.cp7, own))
                    .isInstanceOfSatisfying(ClientTrust.Denied.class, denied -> assertThat(denied.detail())
                            .contains("towards vehicles"));
        }
    }

    @Test
    void a_name_like_that_of_a_contract_is_not_signed_towards_vehicles() {
        try (AuthorityWorld world = new AuthorityWorld(TestDatabases.sqlite())) {
            world.add(body("V2G", "own", "v2g", List.of(VEHICLES.certificate, ROOT.certificate), VEHICLES.key()));
            for (String name : List.of("DEABCC12345678", "DE-ABC-C12345678-9", "de8aa001234567")) {
                assertThat(world.requests.ask(world.cp7, SignedFor.V2G, TestRequests.pem("CN=" + name), null))
                        .as(name)
                        .hasValueSatisfying(why -> assertThat(why).contains("eMAID"));
            }
            for (String name : List.of("DE*ABC*E12345678", "DE*ABC*E1", "CP-7")) {
                assertThat(world.requests.ask(world.cp7, SignedFor.V2G, TestRequests.pem("CN=" + name), null))
                        .as(name)
                        .isEmpty();
            }
        }
    }

    @Test
    void what_was_issued_to_a_station_is_no_contract_of_a_driver() {
        try (AuthorityWorld world = new AuthorityWorld(TestDatabases.sqlite())) {
            world.add(body("V2G", "own", "v2g", List.of(VEHICLES.certificate, ROOT.certificate), VEHICLES.key()));
            List<X509Certificate> own = issue(world, world.cp7, SignedFor.V2G, "CN=DEABCE12345678");
            TestStations stations = world.stations;
            ContractChecks checks = new ContractChecks(
                    null,
                    new ContractRoots(
                            new SqlContractRootStore(stations.database, stations.commits),
                            stations.audit,
                            stations.clock),
                    new SqlLeniencyStore(stations.database, stations.commits),
                    world.issued,
                    stations.clock);
            ContractFinding found =
                    checks.check(new ContractChecks.Shown(world.cp7, "DEABCE12345678", Pem.write(own), List.of()));
            assertThat(found.isValid()).isFalse();
            assertThat(found.toString()).contains("one of a station");
        }
    }
}
