package org.ohmstead.app.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmstead.app.settings.Settings;

/** Files that come, change and break. */
class ServerCertificatesTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @TempDir
    Path folder;

    private final List<String> failures = new ArrayList<>();
    private ServerCertificates certificates;

    @BeforeEach
    void given() throws IOException, UnusableCertificate {
        write(certificate("first", NOW.plusSeconds(9999)));
        FixedFiles files = FixedFiles.of(
                List.of(file("server.pem").toString()),
                List.of(file("server.key").toString()));
        certificates = new ServerCertificates(() -> files, Clock.fixed(NOW, ZoneOffset.UTC));
        certificates.load();
        certificates.onFailure(failures::add);
    }

    @Test
    void a_new_pair_is_taken() throws IOException {
        write(certificate("second", NOW.plusSeconds(9999)));
        certificates.look();
        assertThat(served()).isEqualTo("CN=second,O=Ohmstead");
        assertThat(certificates.state().error()).isNull();
    }

    @Test
    void what_is_half_written_is_given_a_second_look_and_then_the_old_one_goes_on_and_it_is_told_once()
            throws IOException {
        Files.writeString(file("server.pem"), "nothing");
        certificates.look();
        assertThat(certificates.state().error()).isNull();

        certificates.look();
        certificates.look();

        assertThat(served()).isEqualTo("CN=first,O=Ohmstead");
        assertThat(certificates.state().error()).contains("no certificate in").contains("server.pem");
        assertThat(failures).hasSize(1);
    }

    @Test
    void a_key_of_another_certificate_is_told_until_the_right_one_is_back() throws IOException {
        String before = Files.readString(file("server.key"));
        Files.writeString(file("server.key"), PemFiles.pem(Signing.rsaKey().getPrivate()));
        certificates.look();
        certificates.look();
        assertThat(certificates.state().error()).contains("belongs to no certificate");

        Files.writeString(file("server.key"), before);
        certificates.look();
        assertThat(certificates.state().error()).isNull();
    }

    @Test
    void one_that_has_ended_does_not_replace_one_that_holds() throws IOException {
        write(certificate("old", NOW.minusSeconds(1)));
        certificates.look();
        certificates.look();
        assertThat(served()).isEqualTo("CN=first,O=Ohmstead");
        assertThat(certificates.state().error()).contains("has ended at 2026-06-01T11:59:59Z");
    }

    @Test
    void a_chain_may_stand_in_any_order_and_beside_its_key() throws IOException, UnusableCertificate {
        KeyPair rootKey = Signing.rsaKey();
        X509Certificate root = Signing.root("root", rootKey, until(NOW.plusSeconds(9999)));
        KeyPair key = Signing.ecKey();
        X509Certificate own = Signing.server(
                new KeyAndChain(rootKey.getPrivate(), List.of(root)), key, Set.of("own"), until(NOW.plusSeconds(99)));
        Files.writeString(file("all.pem"), PemFiles.pem(root, own, key.getPrivate()));

        KeyAndChain read = PemFiles.read(file("all.pem"), file("all.pem"));

        assertThat(read.chain()).containsExactly(own, root);
        assertThat(read.type()).isEqualTo("EC");
    }

    @Test
    void a_key_with_a_password_is_told_so() throws IOException {
        Files.writeString(
                file("server.key"),
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAMwAQA=\n-----END ENCRYPTED PRIVATE KEY-----\n");
        assertThatThrownBy(() -> PemFiles.key(file("server.key"))).isInstanceOf(UnusableCertificate.class);
    }

    @Test
    void what_the_server_makes_itself_stays_until_it_ends_soon_and_the_root_longer()
            throws IOException, UnusableCertificate {
        Path own = folder.resolve("tls");
        List<X509Certificate> first = made(own, NOW, "localhost");
        assertThat(made(own, NOW.plus(Duration.ofDays(360)), "localhost")).isEqualTo(first);

        List<X509Certificate> later = made(own, NOW.plus(Duration.ofDays(370)), "localhost");
        assertThat(later).doesNotContainAnyElementsOf(first);
        assertThat(PemFiles.certificates(own.resolve("root.pem"))).hasSize(1);
        later.forEach(each -> assertThat(each.getIssuerX500Principal())
                .isEqualTo(first.getFirst().getIssuerX500Principal()));

        assertThat(made(own, NOW.plus(Duration.ofDays(371)), "localhost", "::1"))
                .doesNotContainAnyElementsOf(later);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own.resolve("root.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_key_without_its_certificate_as_a_crash_leaves_it_is_as_none_and_both_are_made_anew()
            throws IOException, UnusableCertificate {
        Path own = folder.resolve("tls");
        List<X509Certificate> first = made(own, NOW, "localhost");
        for (String name : List.of("server-ec.key", "server-rsa.key", "root.key")) {
            Files.writeString(own.resolve(name), PemFiles.pem(Signing.ecKey().getPrivate()));
            assertThat(made(own, NOW, "localhost")).as(name).hasSize(2).isNotEqualTo(first);
        }
    }

    @Test
    void it_is_made_for_all_names_under_which_the_server_is_reached() {
        Set<String> names =
                TlsWiring.names(Settings.of("--host=127.0.0.1", "--public-url=https://csms.example.com:8443")
                        .http());
        assertThat(names).contains("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(names.iterator().next()).isEqualTo("csms.example.com");
    }

    private List<X509Certificate> made(Path own, Instant at, String... names) throws UnusableCertificate {
        List<X509Certificate> all = new ArrayList<>();
        Set<String> wanted = new LinkedHashSet<>();
        for (String name : names) {
            wanted.add(name.equals("::1") ? "0:0:0:0:0:0:0:1" : name);
        }
        for (CertificateSource.Pair pair : new SelfMade(own, wanted, Clock.fixed(at, ZoneOffset.UTC)).pairs()) {
            all.add(pair.read().certificate());
        }
        return all;
    }

    private record Made(KeyPair key, X509Certificate certificate) {}

    private static Made certificate(String name, Instant end) {
        KeyPair key = Signing.ecKey();
        KeyPair root = Signing.rsaKey();
        X509Certificate signer = Signing.root("root", root, until(NOW.plusSeconds(99999)));
        return new Made(
                key,
                Signing.server(new KeyAndChain(root.getPrivate(), List.of(signer)), key, Set.of(name), until(end)));
    }

    private static Signing.Validity until(Instant end) {
        return new Signing.Validity(NOW.minus(Duration.ofDays(9)), end);
    }

    private void write(Made made) throws IOException {
        Files.writeString(file("server.pem"), PemFiles.pem(made.certificate()));
        Files.writeString(file("server.key"), PemFiles.pem(made.key().getPrivate()));
    }

    private String served() {
        return certificates
                .state()
                .served()
                .getFirst()
                .certificate()
                .getSubjectX500Principal()
                .getName();
    }

    private Path file(String name) {
        return folder.resolve(name);
    }
}
