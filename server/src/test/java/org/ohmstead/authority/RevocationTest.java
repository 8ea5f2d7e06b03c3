package org.ohmstead.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Refused;
import org.ohmstead.authority.issued.IssuedCertificate;
import org.ohmstead.authority.issued.IssuedFilter;
import org.ohmstead.authority.issued.RevocationReason;
import org.ohmstead.authority.revocation.OcspResponder;
import org.ohmstead.authority.revocation.RevocationLists;
import org.ohmstead.authority.trust.AuthorityTrust;
import org.ohmstead.certificates.Pem;
import org.ohmstead.db.Database;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.connections.Attempt.Reason;
import org.ohmstead.stations.credentials.ClientTrust;

/** Lists and answers are checked by openssl. */
class RevocationTest {
    @TempDir
    private Path folder;

    private final class World implements AutoCloseable {
        final AuthorityWorld authority;
        final RevocationLists lists;
        final OcspResponder responder;
        final AuthorityTrust trust;

        World(Database database) {
            authority =
                    new AuthorityWorld(database, new AuthoritySettings("https://csms.example", Duration.ofDays(30)));
            lists = new RevocationLists(authority.authorities, authority.issued, authority.stations.clock);
            responder = new OcspResponder(authority.authorities, authority.issued, authority.stations.clock);
            trust = authority.trust;
        }

        /** A certificate of a new key for the station. */
        IssuedCertificate issue(StationRef station) {
            assertThat(authority.requests.ask(station, TestRequests.pem("CN=" + station.identity())))
                    .isNull();
            authority.requests.work(station);
            return authority
                    .issued
                    .page(Actor.LOCAL.scope(), IssuedFilter.ALL, new Limit(1), null)
                    .items()
                    .getFirst();
        }

        void revoke(IssuedCertificate one) {
            authority.issued.revoke(Actor.LOCAL, one.id(), RevocationReason.KEY_COMPROMISE);
        }

        Path ca(IssuedCertificate one) {
            return file(
                    "ca.pem",
                    Pem.write(authority
                            .authorities
                            .get(Actor.LOCAL.scope(), one.authority())
                            .chain()));
        }

        ClientTrust.Answer answer(IssuedCertificate one) {
            return answer(authority.cp7, one);
        }

        ClientTrust.Answer answer(StationRef station, IssuedCertificate one) {
            return trust.answer(station, chain(one), authority.stations.clock.instant());
        }

        @Override
        public void close() {
            authority.close();
        }
    }

    private static List<X509Certificate> chain(IssuedCertificate one) {
        return Pem.read("chain", one.content().chain());
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String openssl(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private String epoch(World world) {
        return Long.toString(world.authority.stations.clock.instant().getEpochSecond());
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void the_list_has_what_was_revoked_and_openssl_verifies_it(TestDatabases.Kind kind)
            throws IOException, InterruptedException {
        try (World world = new World(kind.open())) {
            IssuedCertificate one = world.issue(world.authority.cp7);
            IssuedCertificate other = world.issue(world.authority.cp7);
            world.ca(one);
            Files.write(folder.resolve("a.crl"), world.lists.of(one.authority()).orElseThrow());
            assertThat(openssl("crl", "-in", "a.crl", "-inform", "der", "-CAfile", "ca.pem", "-verify", "-text"))
                    .contains("verify OK")
                    .contains("No Revoked Certificates");
            world.revoke(one);
            world.authority.stations.clock.advance(Duration.ofMinutes(2));
            Files.write(folder.resolve("b.crl"), world.lists.of(one.authority()).orElseThrow());
            String said = openssl("crl", "-in", "b.crl", "-inform", "der", "-CAfile", "ca.pem", "-verify", "-text");
            assertThat(said)
                    .contains("verify OK", "Key Compromise")
                    .containsIgnoringCase("Serial Number: " + one.content().serialNumber())
                    .doesNotContainIgnoringCase(other.content().serialNumber());
            assertThat(world.lists.of(4711)).isEmpty();
            file("leaf.pem", one.content().chain());
            Files.write(
                    folder.resolve("b.pem.in"), world.lists.of(one.authority()).orElseThrow());
            openssl("crl", "-in", "b.crl", "-inform", "der", "-out", "b.pem");
            assertThat(openssl(
                            "verify",
                            "-attime",
                            epoch(world),
                            "-crl_check",
                            "-CRLfile",
                            "b.pem",
                            "-CAfile",
                            "ca.pem",
                            "leaf.pem"))
                    .contains("certificate revoked");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ec_p256", "rsa_2048"})
    void the_responder_says_good_revoked_and_unknown_and_openssl_verifies_it(String key)
            throws IOException, InterruptedException {
        try (World world = new World(TestDatabases.sqlite())) {
            world.authority.add(new AuthorityBody("A", "own", null, null, null, null, key, null, null, null));
            IssuedCertificate one = world.issue(world.authority.cp7);
            world.ca(one);
            file("leaf.pem", one.content().chain());
            openssl("ocsp", "-issuer", "ca.pem", "-cert", "leaf.pem", "-serial", "0x1234", "-reqout", "q.der");
            assertThat(answered(world, one))
                    .contains("Response verify OK", "leaf.pem: good", "0x1234: unknown", "OCSP Nonce");
            world.revoke(one);
            assertThat(answered(world, one)).contains("Response verify OK", "leaf.pem: revoked", "keyCompromise");
            openssl("x509", "-in", "leaf.pem", "-noout", "-text", "-out", "text");
            assertThat(Files.readString(folder.resolve("text")))
                    .contains("https://csms.example/pki/" + one.authority() + "/ocsp")
                    .contains("https://csms.example/pki/" + one.authority() + "/revoked.crl")
                    .contains("TLS Web Client Authentication");
        }
    }

    private String answered(World world, IssuedCertificate one) throws IOException, InterruptedException {
        byte[] request = Files.readAllBytes(folder.resolve("q.der"));
        Files.write(
                folder.resolve("r.der"),
                world.responder.answer(one.authority(), request).orElseThrow());
        return openssl(
                "ocsp",
                "-respin",
                "r.der",
                "-no_nonce",
                "-resp_text",
                "-issuer",
                "ca.pem",
                "-cert",
                "leaf.pem",
                "-serial",
                "0x1234",
                "-CAfile",
                "ca.pem",
                "-attime",
                epoch(world),
                "-validity_period",
                "1000000000");
    }

    @Test
    void nonsense_is_answered_as_such() {
        try (World world = new World(TestDatabases.sqlite())) {
            IssuedCertificate one = world.issue(world.authority.cp7);
            // OCSPResponse { responseStatus malformedRequest (1) }
            assertThat(world.responder.answer(one.authority(), new byte[] {1, 2, 3}))
                    .hasValue(new byte[] {0x30, 0x03, 0x0a, 0x01, 0x01});
            assertThat(world.responder.answer(4711, new byte[] {1, 2, 3})).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"300730053003020101", "3006300430023000", "30023000", "3000", "30053003a2013000", "05", ""})
    void what_is_no_request_is_answered_as_such_whatever_is_broken_in_it(String hex) {
        try (World world = new World(TestDatabases.sqlite())) {
            IssuedCertificate one = world.issue(world.authority.cp7);
            assertThat(world.responder.answer(one.authority(), HexFormat.of().parseHex(hex)))
                    .hasValue(new byte[] {0x30, 0x03, 0x0a, 0x01, 0x01});
        }
    }

    @Test
    void a_certificate_is_believed_until_it_ends_is_revoked_or_a_newer_one_was_used() {
        try (World world = new World(TestDatabases.sqlite())) {
            StationRef cp7 = world.authority.cp7;
            IssuedCertificate old = world.issue(cp7);
            assertThat(world.answer(old)).isInstanceOf(ClientTrust.Believed.class);
            IssuedCertificate fresh = world.issue(cp7);
            world.trust.connected(cp7, chain(old));
            assertThat(world.answer(old)).isInstanceOf(ClientTrust.Believed.class);
            world.trust.connected(cp7, chain(fresh));
            assertThat(world.answer(old)).isInstanceOfSatisfying(ClientTrust.Denied.class, doubted -> {
                assertThat(doubted.reason()).isEqualTo(Reason.CERTIFICATE_REVOKED);
                assertThat(doubted.detail()).contains("newer one");
            });
            assertThat(world.authority
                            .issued
                            .get(cp7.scope(), old.id())
                            .state(world.authority.stations.clock.instant()))
                    .isEqualTo(IssuedCertificate.State.SUPERSEDED);
            assertThat(world.answer(fresh)).isInstanceOf(ClientTrust.Believed.class);
            world.revoke(fresh);
            assertThat(world.answer(fresh))
                    .isInstanceOfSatisfying(ClientTrust.Denied.class, doubted -> assertThat(doubted.detail())
                            .contains("key_compromise"));
            assertThatThrownBy(() -> world.revoke(fresh)).isInstanceOf(Refused.class);
            IssuedCertificate third = world.issue(cp7);
            world.authority.stations.clock.advance(Duration.ofDays(366));
            assertThat(world.answer(third))
                    .isInstanceOfSatisfying(ClientTrust.Doubted.class, doubted -> assertThat(doubted.reason())
                            .isEqualTo(Reason.CERTIFICATE_EXPIRED));
        }
    }

    @Test
    void another_organisation_does_not_believe_it_and_roots_of_others_are_believed_once_named() {
        try (World world = new World(TestDatabases.sqlite());
                World maker = new World(TestDatabases.sqlite())) {
            IssuedCertificate one = world.issue(world.authority.cp7);
            assertThat(world.trust.answer(
                            new StationRef(2, 1, "CP-7"), chain(one), world.authority.stations.clock.instant()))
                    .isInstanceOf(ClientTrust.Unknown.class);
            IssuedCertificate made = maker.issue(maker.authority.cp7);
            assertThat(world.answer(made)).isInstanceOf(ClientTrust.Unknown.class);
            String root = Pem.write(maker.authority
                    .authorities
                    .get(Actor.LOCAL.scope(), made.authority())
                    .chain());
            world.authority.add(new AuthorityBody("Maker", "trusted", null, null, null, null, null, root, null, null));
            assertThat(world.answer(made)).isInstanceOf(ClientTrust.Believed.class);
        }
    }
}
