package org.ohmstead.authority.est;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ohmstead.access.Actor;
import org.ohmstead.authority.Authority;
import org.ohmstead.authority.AuthorityBody;
import org.ohmstead.authority.AuthorityWorld;
import org.ohmstead.authority.EstBody;
import org.ohmstead.authority.Issuer;
import org.ohmstead.authority.TestRequests;
import org.ohmstead.authority.pki.CertificateRequest;
import org.ohmstead.authority.pki.KeyKind;
import org.ohmstead.authority.pki.Signer;
import org.ohmstead.certificates.Pem;
import org.ohmstead.certificates.SignedFor;
import org.ohmstead.db.TestDatabases;

/** Against a server of our own over real HTTPS. */
class EstTest {
    private static final class World implements AutoCloseable {
        final AuthorityWorld world = new AuthorityWorld(TestDatabases.sqlite());
        Duration patience = Duration.ofSeconds(30);
        final Authority authority;

        World(EstBody est) {
            world.stations.clock.advance(Duration.between(world.stations.clock.instant(), Instant.now()));
            authority = world.add(new AuthorityBody("Ext", "est", null, null, null, null, null, null, null, est));
        }

        List<X509Certificate> issue(String csr) throws Issuer.NotYet, Issuer.Refusal, CertificateRequest.Unusable {
            return issue(csr, SignedFor.STATION);
        }

        List<X509Certificate> issue(String csr, SignedFor use)
                throws Issuer.NotYet, Issuer.Refusal, CertificateRequest.Unusable {
            return new EstIssuer(world.authorities, world.issued, world.encryption, patience, world.stations.clock)
                    .issue(
                            world.authorities.get(Actor.LOCAL.scope(), authority.id()),
                            CertificateRequest.read(csr),
                            use);
        }

        @Override
        public void close() {
            world.close();
        }
    }

    private static EstBody basic(EstServer server, @Nullable String password) {
        return new EstBody(server.url(), EstServer.USER, password, null, null, Pem.write(List.of(server.shown)));
    }

    @Test
    void a_request_is_signed_by_password_and_the_authority_is_known_from_then_on()
            throws IOException, GeneralSecurityException, Issuer.NotYet, Issuer.Refusal, CertificateRequest.Unusable {
        try (EstServer server = new EstServer(false);
                World world = new World(basic(server, EstServer.PASSWORD))) {
            assertThat(world.authority.chain()).isEmpty();
            List<X509Certificate> chain = world.issue(TestRequests.pem("CN=CP-7"));
            assertThat(chain).singleElement().satisfies(own -> assertThat(
                            own.getSubjectX500Principal().getName())
                    .isEqualTo("CN=CP-7"));
            chain.getFirst().verify(server.authority.certificate().getPublicKey());
            assertThat(server.asked).containsExactly("cacerts basic", "simpleenroll basic");
            Authority now = world.world.authorities.get(Actor.LOCAL.scope(), world.authority.id());
            assertThat(now.chain()).isEqualTo(server.authority.chain());
            Authority.Est kept = now.est();
            assertThat(kept).isNotNull();
            assertThat(kept.toString()).doesNotContain(EstServer.PASSWORD);
        }
    }

    @Test
    void what_was_signed_before_is_renewed_and_where_that_is_refused_asked_for_anew()
            throws IOException, GeneralSecurityException, Issuer.NotYet, Issuer.Refusal, CertificateRequest.Unusable {
        try (EstServer server = new EstServer(false);
                World world = new World(basic(server, EstServer.PASSWORD))) {
            List<X509Certificate> first = world.issue(TestRequests.pem("CN=CP-7"));
            world.world.stations.commits.write(
                    world.world.cp7.scope(),
                    world.world.cp7.id(),
                    tx -> world.world.issued.issued(tx, world.world.cp7, world.authority, 1, SignedFor.STATION, first));
            server.asked.clear();
            world.issue(TestRequests.pem("CN=CP-7"));
            assertThat(server.asked).containsExactly("cacerts basic", "simplereenroll basic");
            server.asked.clear();
            server.mood = 410; // renewals are refused, new ones are not
            world.issue(TestRequests.pem("CN=CP-7"));
            assertThat(server.asked).containsExactly("cacerts basic", "simplereenroll basic", "simpleenroll basic");
        }
    }

    @Test
    void an_authority_that_takes_its_time_is_asked_again_and_one_that_refuses_is_not()
            throws IOException, GeneralSecurityException {
        try (EstServer server = new EstServer(false);
                World world = new World(basic(server, "wrong"))) {
            String csr = TestRequests.pem("CN=CP-7");
            server.mood = 202;
            assertThat(catchThrowableOfType(Issuer.NotYet.class, () -> world.issue(csr))
                            .again())
                    .isEqualTo(Duration.ofMinutes(2));
            server.mood = 401;
            assertThat(catchThrowableOfType(Issuer.NotYet.class, () -> world.issue(csr))
                            .words())
                    .contains("login");
            server.mood = 503;
            assertThat(catchThrowableOfType(Issuer.NotYet.class, () -> world.issue(csr))
                            .again())
                    .isEqualTo(Duration.ofMinutes(2));
            server.mood = 400;
            assertThat(catchThrowableOfType(Issuer.Refusal.class, () -> world.issue(csr))
                            .words())
                    .contains("400", "not in this mood");
            assertThat(server.asked).contains("simpleenroll wrong");
            server.close();
            assertThat(catchThrowableOfType(Issuer.NotYet.class, () -> world.issue(csr))
                            .words())
                    .contains("cannot be reached");
        }
    }

    @Test
    @Timeout(60)
    void an_answer_that_begins_and_does_not_end_is_not_waited_for() throws IOException, GeneralSecurityException {
        try (EstServer server = new EstServer(false);
                World world = new World(basic(server, EstServer.PASSWORD))) {
            world.patience = Duration.ofMillis(800);
            server.stalls = true;
            assertThat(catchThrowableOfType(Issuer.NotYet.class, () -> world.issue(TestRequests.pem("CN=CP-7")))
                            .words())
                    .contains("did not answer within");
        }
    }

    @Test
    void one_authority_has_two_turns_at_once_and_all_together_four() {
        Turns turns = new Turns();
        Turns.Turn first = turns.take(1).orElseThrow();
        assertThat(turns.take(1)).isPresent();
        assertThat(turns.take(1)).isEmpty();
        first.close();
        assertThat(turns.take(1)).isPresent();
        assertThat(turns.take(2)).isPresent();
        assertThat(turns.take(3)).isPresent();
        assertThat(turns.take(4)).isEmpty();
    }

    @Test
    void this_server_shows_its_certificate_where_one_is_asked_for_and_believes_no_stranger()
            throws IOException, GeneralSecurityException, Issuer.NotYet, Issuer.Refusal, CertificateRequest.Unusable {
        Signer own = Signer.root("Example", "CSMS", KeyKind.EC_P256, Instant.now(), Duration.ofDays(1));
        String key = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(own.key().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        try (EstServer server = new EstServer(true, own.certificate());
                World shows = new World(new EstBody(
                        server.url(), null, null, Pem.write(own.chain()), key, Pem.write(List.of(server.shown))));
                World showsNothing = new World(basic(server, EstServer.PASSWORD));
                World stranger = new World(new EstBody(server.url(), null, null, null, null, Pem.write(own.chain())))) {
            String csr = TestRequests.pem("CN=CP-7");
            assertThat(shows.issue(csr)).hasSize(1);
            assertThat(catchThrowableOfType(Issuer.NotYet.class, () -> showsNothing.issue(csr))
                            .words())
                    .contains("cannot be reached");
            assertThat(catchThrowableOfType(Issuer.NotYet.class, () -> stranger.issue(csr))
                            .words())
                    .contains("cannot be reached");
        }
    }

    /** What a station is sent it installs, so it is looked at before (RFC 7030 §4.2.3 lets an authority change what it signs). */
    @Test
    void what_is_not_the_stations_own_and_valid_is_not_taken()
            throws IOException, GeneralSecurityException, Issuer.NotYet, Issuer.Refusal, CertificateRequest.Unusable {
        Signer stranger = Signer.root("Example", "External", KeyKind.EC_P256, Instant.now(), Duration.ofDays(100));
        try (EstServer server = new EstServer(false);
                World world = new World(basic(server, EstServer.PASSWORD))) {
            Signer signer = server.authority;
            Instant now = world.world.stations.clock.instant();
            Duration day = Duration.ofDays(1);
            forges(world, server, request -> Forged.of(signer, request).name("CN=CP-9"), "CN=CP-9", "CN=CP-7");
            forges(world, server, request -> Forged.of(signer, request).name("O=Example"), "asked for was");
            forges(world, server, request -> Forged.of(signer, request).name("CN=CP-7,CN=CP-9"), "CN=CP-9");
            forges(
                    world,
                    server,
                    request -> Forged.of(signer, request).at(now.minus(day), now.minusSeconds(1)),
                    "holds from");
            forges(
                    world,
                    server,
                    request -> Forged.of(signer, request).at(now.plus(day), now.plus(day.multipliedBy(2))),
                    "holds from");
            forges(world, server, request -> Forged.of(signer, request).authority(), "basicConstraints CA");
            forges(world, server, request -> Forged.of(signer, request).isForServers(), "clientAuth");
            forges(world, server, request -> Forged.of(stranger, request), "/cacerts");
            assertThat(world.world
                            .authorities
                            .get(Actor.LOCAL.scope(), world.authority.id())
                            .chain())
                    .as("of the authority: nothing is known of it yet")
                    .isEmpty();

            server.signs = request -> Forged.of(signer, request)
                    .name("C=DE,CN=CP-7")
                    .at(now.plusSeconds(60), now.plus(day))
                    .sign();
            assertThat(world.issue(TestRequests.pem("CN=CP-7"))).hasSize(1);
            server.signs = request -> Forged.of(signer, request).isForServers().sign();
            assertThat(world.issue(TestRequests.pem("CN=CP-7"), SignedFor.V2G))
                    .as("towards vehicles the station is the server")
                    .hasSize(1);
        }
    }

    private interface Forging {
        Forged of(JcaPKCS10CertificationRequest request) throws GeneralSecurityException;
    }

    private static void forges(World world, EstServer server, Forging forging, String... told) {
        server.signs = request -> forging.of(request).sign();
        assertThat(catchThrowableOfType(Issuer.Refusal.class, () -> world.issue(TestRequests.pem("CN=CP-7")))
                        .words())
                .contains(told);
    }
}
