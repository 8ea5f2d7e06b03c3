package org.ohmstead.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.access.Actor;
import org.ohmstead.api.JsonBody;
import org.ohmstead.api.Refused;
import org.ohmstead.authority.pki.KeyKind;
import org.ohmstead.authority.pki.Signer;
import org.ohmstead.authority.pki.TestPem;
import org.ohmstead.certificates.Pem;
import org.ohmstead.db.TestDatabases;

/** What a change of an external authority leaves as it is, and what it takes along to another host. */
class EstChangeTest {
    private static final String URL = "https://ca.example.org/.well-known/est";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AuthorityWorld world = new AuthorityWorld(TestDatabases.sqlite());
    private final Signer client =
            Signer.root("Acme", "Client", KeyKind.EC_P256, world.stations.clock.instant(), Duration.ofDays(100));
    private final String certificate = Pem.write(client.chain());
    private final String key = TestPem.of(client.key());
    private final Authority authority = world.add(new AuthorityBody(
            "Ext",
            "est",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            new EstBody(URL, "csms", "first password", certificate, key, certificate)));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void what_a_change_does_not_name_stays() {
        Authority.Est before = est();
        patch("{'est':{'password':'second password'}}");
        assertThat(est().user()).isEqualTo("csms");
        assertThat(est().trust()).as("or all that Java knows would be believed").isEqualTo(before.trust());
        assertThat(est().client()).isEqualTo(before.client());
        assertThat(secrets().path("password").asText()).isEqualTo("second password");
        assertThat(secrets().path("clientKey").asText()).isEqualTo(key);
        patch("{'est':{'url':'" + URL + "/label'}}");
        assertThat(secrets().path("password").asText()).isEqualTo("second password");
        assertThat(secrets().path("clientKey").asText()).isEqualTo(key);
    }

    @Test
    void a_secret_goes_with_what_it_belongs_to() {
        patch("{'est':{'user':null}}");
        assertThat(secrets().has("password")).isFalse();
        assertThat(secrets().path("clientKey").asText()).isEqualTo(key);
        patch("{'est':{'clientCertificate':null}}");
        assertThat(est().sealed()).isNull();
        assertThat(est().trust()).isNotNull();
    }

    @Test
    void another_certificate_needs_its_own_key() {
        KeyPair other = KeyKind.EC_P256.generate();
        String next = Pem.write(List.of(client.issue(
                new Signer.Wish(
                        new X500Name("CN=next"),
                        other.getPublic(),
                        KeyUsage.digitalSignature,
                        List.of(),
                        Signer.Links.NONE,
                        world.stations.clock.instant().plus(Duration.ofDays(9))),
                world.stations.clock.instant())));
        ObjectNode change = JSON.createObjectNode();
        change.putObject("est").put("clientCertificate", next);
        assertThatThrownBy(() -> patch(change))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("est.clientKey"));
        ((ObjectNode) change.path("est")).put("clientKey", TestPem.of(other.getPrivate()));
        patch(change);
        assertThat(secrets().path("password").asText()).isEqualTo("first password");
    }

    @Test
    void no_secret_follows_to_another_host_unless_it_is_given_anew() {
        for (String url : List.of("https://evil.example.org/.well-known/est", "https://ca.example.org:8443/est")) {
            assertThatThrownBy(() -> patch("{'est':{'url':'" + url + "'}}"))
                    .isInstanceOfSatisfying(Refused.class, refused -> {
                        assertThat(refused.field()).isEqualTo("est.password");
                        assertThat(refused.detail()).contains("another host");
                    });
        }
        assertThatThrownBy(() -> patch("{'est':{'url':'https://b.example.org/est','password':'for b'}}"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("est.clientKey"));
        assertThat(est().url()).isEqualTo(URL);
        patch("{'est':{'url':'https://b.example.org/est','password':'for b','clientCertificate':null}}");
        assertThat(est().url()).isEqualTo("https://b.example.org/est");
        assertThat(secrets().path("password").asText()).isEqualTo("for b");
    }

    private void patch(String change) {
        try {
            patch((ObjectNode) JSON.readTree(change.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private void patch(ObjectNode change) {
        world.changes.change(
                Actor.LOCAL, authority.id(), before -> JsonBody.patch(JSON, before, change, AuthorityChangeBody.class));
    }

    private Authority.Est est() {
        return Objects.requireNonNull(
                world.authorities.get(Actor.LOCAL.scope(), authority.id()).est());
    }

    private JsonNode secrets() {
        byte[] open = world.encryption.open(
                Objects.requireNonNull(est().sealed()), Authority.place(authority.tenant(), Authority.EST_PLACE));
        try {
            return JSON.readTree(new String(open, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
