package org.ohmstead.app.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.stations.TestClock;

/** Certificates from an authority that speaks ACME; it checks each signature, and asks for what it has told to show. */
class AcmeTest {
    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private final AcmeChallenges challenges = new AcmeChallenges();
    private FakeAuthority authority;
    private Acme acme;

    @BeforeEach
    void start() throws IOException {
        authority = new FakeAuthority(challenges::of, clock);
        acme = new Acme(
                folder,
                Settings.of(
                                "--acme-directory=" + authority.directory(),
                                "--acme-names=csms.example.com,ws.example.com",
                                "--acme-email=ops@example.com",
                                "--acme-accept-terms=true")
                        .tls(),
                Set.of("csms.example.com", "ws.example.com"),
                challenges,
                clock);
    }

    @AfterEach
    void stop() {
        authority.close();
    }

    @Test
    void both_kinds_of_certificates_come_and_are_served() throws UnusableCertificate {
        assertThat(acme.isReady()).isFalse();

        acme.renew();

        assertThat(acme.isReady()).isTrue();
        List<KeyAndChain> got = got();
        assertThat(got).extracting(KeyAndChain::type).containsExactly("EC", "RSA");
        assertThat(got).allSatisfy(each -> {
            assertThat(SelfMade.namesOf(each.certificate()))
                    .containsExactlyInAnyOrder("csms.example.com", "ws.example.com");
            assertThat(each.chain()).hasSize(2);
        });
        assertThat(authority.contacts).contains("mailto:ops@example.com");
        assertThat(authority.orders).hasSize(2);
        assertThat(challenges.of("/.well-known/acme-challenge/token-1")).isNull();
    }

    @Test
    void they_are_renewed_before_their_end_and_not_before_with_the_same_account() throws UnusableCertificate {
        acme.renew();
        List<KeyAndChain> first = got();
        clock.advance(Duration.ofDays(50));
        acme.renew();
        assertThat(got()).isEqualTo(first);

        clock.advance(Duration.ofDays(20));
        acme.renew();

        assertThat(got()).doesNotContainAnyElementsOf(first);
        assertThat(authority.accounts).hasSize(1);
    }

    @Test
    void an_authority_that_does_not_find_us_is_told_with_what_it_needs() {
        authority.finds = false;
        assertThatThrownBy(acme::renew)
                .isInstanceOf(UnusableCertificate.class)
                .hasMessageContaining("/.well-known/acme-challenge/ at port 80")
                .hasMessageContaining("it could not be proven");
        assertThat(acme.isReady()).isFalse();
    }

    @Test
    void one_that_is_away_is_told_and_what_was_got_goes_on() throws UnusableCertificate {
        acme.renew();
        clock.advance(Duration.ofDays(70));
        authority.close();
        assertThatThrownBy(acme::renew).isInstanceOf(UnusableCertificate.class);
        assertThat(got()).hasSize(2);
    }

    @Test
    void a_key_without_its_certificate_as_a_crash_leaves_it_is_got_anew() throws IOException, UnusableCertificate {
        acme.renew();
        Files.writeString(
                folder.resolve("acme-ec.key"), PemFiles.pem(Signing.ecKey().getPrivate()));
        assertThat(got()).extracting(KeyAndChain::type).containsExactly("RSA");
        acme.renew();
        assertThat(got()).extracting(KeyAndChain::type).containsExactly("EC", "RSA");
    }

    @Test
    void a_kind_that_cannot_be_got_keeps_the_other_one_from_nothing() throws UnusableCertificate {
        authority.finds = false;
        assertThatThrownBy(acme::renew).isInstanceOf(UnusableCertificate.class);
        assertThat(authority.orders).as("both were tried").hasSize(2);
    }

    private List<KeyAndChain> got() throws UnusableCertificate {
        List<KeyAndChain> all = new ArrayList<>();
        for (CertificateSource.Pair pair : acme.pairs()) {
            all.add(pair.read());
        }
        return all;
    }
}
