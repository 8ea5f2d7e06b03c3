package org.ohmstead.app.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.Outbox;
import org.ohmstead.overview.ServerConcerns.Concern;
import org.ohmstead.overview.Severity;
import org.ohmstead.stations.TestStations;

/** That a certificate of the server ends is said in time. */
class CertificateRoundsTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource(EACH)
    void each_of_the_last_days_is_said_once(TestDatabases.Kind kind) throws UnusableCertificate {
        try (TestStations slice = new TestStations(kind.open())) {
            ServerCertificates certificates = made(slice);
            Settings settings = Settings.of("--tls-port=8443");
            Acme none = new Acme(folder, settings.tls(), Set.of(), new AcmeChallenges(), slice.clock);
            CertificateRounds rounds = new CertificateRounds(
                    certificates, none, settings, slice.commits, new Outbox(slice.clock), slice.clock);
            Instant end = certificates
                    .state()
                    .served()
                    .getFirst()
                    .certificate()
                    .getNotAfter()
                    .toInstant();

            rounds.warn();
            for (int days : new int[] {30, 30, 12, 7, 1, 0}) {
                slice.clock.advance(Duration.between(slice.clock.instant(), end.minus(Duration.ofDays(days))));
                rounds.warn();
            }

            assertThat(slice.events("server.certificate.ending"))
                    .extracting(event -> event.replaceAll(".*\"days\":(\\d+).*\"severity\":\"(\\w+)\".*", "$1 $2"))
                    .containsExactly(
                            "30 warning",
                            "30 warning",
                            "7 critical",
                            "7 critical",
                            "1 critical",
                            "1 critical",
                            "0 critical",
                            "0 critical");
        }
    }

    @Test
    void the_overview_has_what_ends_within_thirty_days() throws UnusableCertificate {
        try (TestStations slice = new TestStations()) {
            ServerCertificates certificates = made(slice);
            CertificateConcerns concerns = new CertificateConcerns(certificates);
            Instant end = certificates
                    .state()
                    .served()
                    .getFirst()
                    .certificate()
                    .getNotAfter()
                    .toInstant();

            assertThat(concerns.concerns(end.minus(Duration.ofDays(31)))).isEmpty();
            assertThat(concerns.concerns(end.minus(Duration.ofDays(29))))
                    .extracting(Concern::severity)
                    .containsExactly(Severity.WARNING, Severity.WARNING);
            assertThat(concerns.concerns(end.plusSeconds(1)))
                    .extracting(Concern::severity)
                    .containsExactly(Severity.CRITICAL, Severity.CRITICAL);
        }
    }

    private ServerCertificates made(TestStations slice) throws UnusableCertificate {
        SelfMade made = new SelfMade(folder, Set.of("localhost"), slice.clock);
        ServerCertificates certificates = new ServerCertificates(() -> made, slice.clock);
        certificates.load();
        return certificates;
    }
}
