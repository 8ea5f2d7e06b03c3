package org.ohmstead.stations.securityprofiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Limit;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.BootFacts;
import org.ohmstead.stations.FakeLink;
import org.ohmstead.stations.Registration;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.stations.connections.Attempt.Reason;
import org.ohmstead.stations.credentials.ClientAuthorities;
import org.ohmstead.stations.credentials.ClientTrust;
import org.ohmstead.stations.credentials.CredentialPolicy;
import org.ohmstead.stations.credentials.CredentialPolicy.Needed;
import org.ohmstead.stations.credentials.CredentialPolicy.Way;
import org.ohmstead.stations.securityprofiles.SecurityProfiles.Decision;

/** Who gets in by which profile (behaviour 1.4, 1.5). */
class SecurityCheckTest {
    private static final String PASSWORD = "a password of CP-7";
    private static final String TOKEN = "a-token-of-24-characters";
    private static final TestSigner ROOT = TestSigner.root("CN=Root, O=Acme");
    private static final TestSigner BELOW = ROOT.below("CN=Stations, O=Acme");
    private static final TestSigner STRANGER = TestSigner.root("CN=Stranger, O=Acme");

    @TempDir
    Path folder;

    private final TestStations world = new TestStations();
    private final StationRef cp7 = world.station("CP-7");
    private Needed needed = Needed.OPTIONAL;
    private Set<Way> ways = EnumSet.allOf(Way.class);
    private String organisation = "";

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # profile | tls   | shown                  | verdict
            0         | plain | nothing                | 0 none
            0         | plain | password               | 0 none
            0         | tls   | nothing                | WRONG_SECURITY_PROFILE
            1         | plain | password               | 1 password
            1         | plain | nothing                | NO_CREDENTIALS
            1         | plain | wrong password         | WRONG_PASSWORD
            1         | plain | other user             | WRONG_USER_NAME
            1         | plain | token                  | 1 token
            1         | plain | wrong token            | WRONG_TOKEN
            1         | plain | path                   | 1 path
            1         | plain | wrong path             | WRONG_TOKEN
            1         | plain | wrong path, password   | 1 password
            1         | tls   | password               | WRONG_SECURITY_PROFILE
            1         | tls   | password, certificate  | WRONG_SECURITY_PROFILE
            2         | plain | password               | TLS_REQUIRED
            2         | plain | nothing                | TLS_REQUIRED
            2         | tls   | password               | 2 password
            2         | tls   | password, stranger     | 2 password
            2         | tls   | nothing                | NO_CREDENTIALS
            2         | tls   | certificate            | NO_CREDENTIALS
            2         | tls   | wrong password         | WRONG_PASSWORD
            2         | tls   | path                   | 2 path
            3         | plain | password               | TLS_REQUIRED
            3         | tls   | password               | NO_CERTIFICATE
            3         | tls   | certificate            | 3 certificate
            3         | tls   | intermediate           | 3 certificate
            3         | tls   | stranger               | UNTRUSTED_CERTIFICATE
            3         | tls   | stranger, password     | UNTRUSTED_CERTIFICATE
            3         | tls   | expired                | CERTIFICATE_EXPIRED
            3         | tls   | not yet                | CERTIFICATE_EXPIRED
            3         | tls   | weak                   | UNTRUSTED_CERTIFICATE
            3         | tls   | RSA                    | 3 certificate
            -         | plain | password               | 1 password
            -         | plain | nothing                | NO_CREDENTIALS
            -         | tls   | password               | 2 password
            -         | tls   | certificate            | 3 certificate
            -         | tls   | stranger               | NO_CREDENTIALS
            -         | tls   | stranger, password     | 2 password
            """)
    void a_station_comes_by_its_own_profile_and_no_other(
            @Nullable Integer profile, String transport, String shown, String verdict) {
        secrets();
        decide(profile);
        assertThat(verdict(transport.equals("tls"), shown)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # needed  | shown       | verdict
            NONE      | nothing     | 0 none
            NONE      | certificate | 3 certificate
            OPTIONAL  | nothing     | 0 none
            OPTIONAL  | password    | 0 none
            OPTIONAL  | stranger    | 0 none
            REQUIRED  | nothing     | NO_CREDENTIALS
            REQUIRED  | certificate | 3 certificate
            REQUIRED  | stranger    | UNTRUSTED_CERTIFICATE
            """)
    void one_without_a_profile_and_a_secret_comes_as_station_auth_says(Needed auth, String shown, String verdict) {
        needed = auth;
        assertThat(verdict(true, shown)).isEqualTo(verdict);
    }

    @Test
    void profile_0_lets_in_whom_station_auth_would_not_but_only_where_it_is_set() {
        needed = Needed.REQUIRED;
        assertThat(verdict(false, "nothing")).isEqualTo("NO_CREDENTIALS");
        decide(0);
        assertThat(verdict(false, "nothing")).isEqualTo("0 none");
    }

    @Test
    void a_secret_that_does_not_count_here_opens_no_door() {
        secrets();
        ways = Set.of(Way.CERTIFICATE);
        for (String shown : List.of("nothing", "password", "token", "path")) {
            assertThat(verdict(false, shown)).as(shown).isEqualTo("NO_CREDENTIALS");
        }
        ways = Set.of(Way.PASSWORD);
        assertThat(verdict(true, "certificate")).isEqualTo("NO_CREDENTIALS");
    }

    @Test
    void who_has_come_by_certificate_does_not_come_by_less_unless_somebody_says_so() {
        secrets();
        comes(true, "certificate");
        assertThat(verdict(true, "password")).isEqualTo("NO_CERTIFICATE");
        assertThat(verdict(false, "password")).isEqualTo("NO_CERTIFICATE");
        assertThat(verdict(true, "stranger, password")).isEqualTo("UNTRUSTED_CERTIFICATE");
        world.security.decide(Actor.LOCAL, world.now(cp7), new Decision(1, true, false, null));
        assertThat(verdict(false, "password")).isEqualTo("1 password");
    }

    @Test
    void who_has_sent_its_password_over_tls_does_not_send_it_in_clear_unless_somebody_says_so() {
        secrets();
        comes(false, "password");
        assertThat(verdict(false, "password"))
                .as("as long as it has come by no more")
                .isEqualTo("1 password");
        comes(true, "password");
        for (Needed each : Needed.values()) {
            needed = each;
            assertThat(verdict(false, "password")).as(each.name()).isEqualTo("TLS_REQUIRED");
            assertThat(verdict(false, "nothing")).as(each.name()).isEqualTo("TLS_REQUIRED");
        }
        needed = Needed.OPTIONAL;
        assertThat(verdict(true, "password")).isEqualTo("2 password");
        world.security.decide(Actor.LOCAL, world.now(cp7), new Decision(null, true, false, null));
        assertThat(verdict(false, "password")).isEqualTo("1 password");
    }

    @Test
    void what_is_written_for_other_reasons_forgets_nothing_of_what_a_station_has_come_by() {
        secrets();
        boots("SN1");
        X509Certificate own = BELOW.station("CN=SN1, O=Acme");
        comes(List.of(own, BELOW.certificate));
        world.security.decide(Actor.LOCAL, world.now(cp7), new Decision(null, false, true, "SN1"));
        assertThat(verdict(true, "password")).as("expired ones allowed").isEqualTo("NO_CERTIFICATE");
        world.security.decide(Actor.LOCAL, world.now(cp7), new Decision(null, false, true, null));
        assertThat(verdict(true, "password")).as("unbound by an operator").isEqualTo("NO_CERTIFICATE");
        comes(List.of(own, BELOW.certificate));
        assertThat(boots("SN2")).isEqualTo(Registration.REJECTED);
        assertThat(world.security.of(cp7).certificateName()).isNull();
        assertThat(verdict(true, "password"))
                .as("unbound by another serial number")
                .isEqualTo("NO_CERTIFICATE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # subject                   | serial known | verdict
            CN=CP-7, O=Acme             | SN1          | 3 certificate
            CN=cp-7, O=Acme             | -            | 3 certificate
            CN=SN1, O=Acme              | SN1          | 3 certificate
            CN=Charger sn1, O=Acme      | SN1          | 3 certificate
            CN=SN12, O=Acme             | SN1          | WRONG_COMMON_NAME
            CN=SN2, O=Acme              | SN1          | WRONG_COMMON_NAME
            CN=anything, O=Acme         | -            | 3 certificate
            O=Acme                      | -            | WRONG_COMMON_NAME
            """)
    void the_common_name_is_the_identity_or_holds_the_serial_number(
            String subject, @Nullable String serial, String verdict) {
        if (serial != null) {
            boots(serial);
        }
        decide(3);
        assertThat(verdict(List.of(BELOW.station(subject), BELOW.certificate))).isEqualTo(verdict);
    }

    @Test
    void the_first_certificate_binds_a_station_of_which_nothing_is_known() {
        X509Certificate first = BELOW.station("CN=one, O=Acme");
        assertThat(verdict(List.of(first, BELOW.certificate)))
                .as("nobody has set that it comes by certificate")
                .isNotEqualTo("3 certificate");
        decide(3);
        comes(List.of(first, BELOW.certificate));
        assertThat(verdict(List.of(first, BELOW.certificate))).isEqualTo("3 certificate");
        assertThat(verdict(List.of(BELOW.station("CN=other, O=Acme"), BELOW.certificate)))
                .isEqualTo("WRONG_COMMON_NAME");
        world.security.decide(Actor.LOCAL, world.now(cp7), new Decision(3, true, false, null));
        assertThat(verdict(List.of(BELOW.station("CN=other, O=Acme"), BELOW.certificate)))
                .isEqualTo("3 certificate");
    }

    @ParameterizedTest
    @CsvSource({"acme, 3 certificate", "Other, WRONG_ORGANISATION", "'', 3 certificate"})
    void the_organisation_must_contain_what_is_set(String wanted, String verdict) {
        organisation = wanted;
        decide(3);
        assertThat(verdict(List.of(BELOW.station("CN=CP-7, O=Acme Charging Ltd"), BELOW.certificate)))
                .isEqualTo(verdict);
    }

    @Test
    void an_expired_certificate_lets_in_where_that_is_allowed_and_then_only_to_renew_it() {
        decide(3);
        assertThat(verdict(true, "expired")).isEqualTo("CERTIFICATE_EXPIRED");
        world.security.decide(Actor.LOCAL, world.now(cp7), new Decision(3, false, true, null));
        comes(true, "expired");
        assertThat(boots("SN1")).isEqualTo(Registration.PENDING);
        assertThat(verdict(true, "stranger")).isEqualTo("UNTRUSTED_CERTIFICATE");
        comes(true, "certificate");
        assertThat(boots("SN1")).isEqualTo(Registration.ACCEPTED);
    }

    @Test
    void a_boot_with_another_serial_number_than_the_certificate_ends_the_connection_and_is_kept() {
        decide(3);
        comes(List.of(BELOW.station("CN=SN1, O=Acme"), BELOW.certificate));
        FakeLink link = world.connect(cp7, OcppVersion.V201);
        assertThat(boots("SN2")).isEqualTo(Registration.REJECTED);
        assertThat(link.closedWith).isEqualTo(1008);
        assertThat(world.events("station.certificate-mismatched"))
                .singleElement()
                .asString()
                .contains("SN1", "SN2");
        world.attempts.flush();
        assertThat(world.attempts.page(cp7.scope(), new Limit(5), null).items())
                .singleElement()
                .satisfies(row -> assertThat(row.first().reason()).isEqualTo(Reason.WRONG_COMMON_NAME));
        assertThat(verdict(List.of(BELOW.station("CN=SN2, O=Acme"), BELOW.certificate)))
                .as("the right one may come now")
                .isEqualTo("3 certificate");
        comes(List.of(BELOW.station("CN=SN2, O=Acme"), BELOW.certificate));
        assertThat(boots("SN2")).isEqualTo(Registration.ACCEPTED);
    }

    @Test
    void an_authority_that_is_written_into_the_file_is_believed_without_a_restart() {
        Path file = folder.resolve("authorities.pem");
        TestSigner.write(file, List.of(ROOT.certificate));
        ClientAuthorities authorities = new ClientAuthorities(settings());
        List<X509Certificate> chain = List.of(STRANGER.station("CN=CP-7"));
        assertThat(authorities
                        .answer(cp7, chain, TestSigner.BEGIN.plusSeconds(10))
                        .toString())
                .startsWith("Unknown");
        TestSigner.write(file, List.of(ROOT.certificate, STRANGER.certificate));
        assertThat(authorities
                        .answer(cp7, chain, TestSigner.BEGIN.plusSeconds(20))
                        .toString())
                .startsWith("Believed");
    }

    @Test
    void nobody_is_an_authority_who_may_not_sign_is_over_or_has_signed_for_something_else() {
        Path file = folder.resolve("others.pem");
        TestSigner impostor = TestSigner.impostor("CN=Impostor");
        TestSigner.write(file, List.of(ROOT.certificate, impostor.certificate));
        ClientAuthorities authorities =
                new ClientAuthorities(new CredentialPolicy(Needed.OPTIONAL, ways, "", file.toString()));
        Instant now = TestSigner.BEGIN.plusSeconds(10);
        assertThat(authorities
                        .answer(cp7, List.of(impostor.station("CN=CP-7")), now)
                        .toString())
                .contains("UNTRUSTED_CERTIFICATE", "is none of an authority");
        assertThat(authorities.answer(cp7, List.of(ROOT.server("CN=CP-7")), now).toString())
                .contains("UNTRUSTED_CERTIFICATE", "clientAuth");
        X509Certificate longer = ROOT.station(
                "CN=CP-7", TestSigner.ec("secp256r1"), TestSigner.BEGIN, TestSigner.END.plusSeconds(86_400));
        assertThat(authorities.answer(cp7, List.of(longer), now)).isInstanceOf(ClientTrust.Believed.class);
        assertThat(authorities
                        .answer(cp7, List.of(longer), TestSigner.END.plusSeconds(10))
                        .toString())
                .contains("UNTRUSTED_CERTIFICATE", "CN=Root");
    }

    private void secrets() {
        world.stations.setPassword(Actor.LOCAL, cp7, PASSWORD, false, any -> {});
        world.security.token(Actor.LOCAL, cp7, world.passwords.hash(TOKEN, false));
    }

    private void decide(@Nullable Integer profile) {
        world.security.decide(Actor.LOCAL, world.now(cp7), new Decision(profile, false, false, null));
    }

    private Registration boots(String serial) {
        return world.boots
                .boot(
                        world.caller(cp7, OcppVersion.V201),
                        new BootFacts("Acme", "One", serial, "1", null, null, null, null, null))
                .status();
    }

    private CredentialPolicy settings() {
        return new CredentialPolicy(
                needed, ways, organisation, folder.resolve("authorities.pem").toString());
    }

    private void comes(boolean tls, String shown) {
        comes(judge(shown(tls, shown)));
    }

    private void comes(List<X509Certificate> chain) {
        comes(judge(new Shown(true, chain, null, null)));
    }

    private void comes(Judgement judgement) {
        world.security.connected(cp7, ((Judgement.Passed) judgement).contact());
    }

    private String verdict(boolean tls, String shown) {
        return verdict(shown(tls, shown));
    }

    private String verdict(List<X509Certificate> chain) {
        return verdict(new Shown(true, chain, null, null));
    }

    private String verdict(Shown shown) {
        return switch (judge(shown)) {
            case Judgement.Passed passed ->
                passed.contact().profile() + " " + passed.contact().proof().word();
            case Judgement.Failed failed -> {
                assertThat(failed.detail()).doesNotContain(PASSWORD, TOKEN);
                yield failed.reason().word().toUpperCase(Locale.ROOT);
            }
        };
    }

    private Judgement judge(Shown shown) {
        TestSigner.write(folder.resolve("authorities.pem"), List.of(ROOT.certificate));
        return world.securityCheck(settings(), new ClientAuthorities(settings()))
                .judge(world.now(cp7), shown);
    }

    private static Shown shown(boolean tls, String words) {
        List<X509Certificate> chain = new ArrayList<>();
        String header = null;
        String path = null;
        for (String word : words.split(", ")) {
            switch (word) {
                case "nothing" -> {}
                case "password" -> header = basic("CP-7", PASSWORD);
                case "wrong password" -> header = basic("CP-7", "another password");
                case "other user" -> header = basic("CP-8", PASSWORD);
                case "token" -> header = "Bearer " + TOKEN;
                case "wrong token" -> header = "Bearer another-token-of-24-chars";
                case "path" -> path = TOKEN;
                case "wrong path" -> path = "another-token-of-24-chars";
                default -> chain.addAll(chain(word));
            }
        }
        return new Shown(tls, chain, header, path);
    }

    private static List<X509Certificate> chain(String word) {
        String subject = "CN=CP-7, O=Acme";
        return switch (word) {
            case "certificate" -> List.of(ROOT.station(subject));
            case "intermediate" -> List.of(BELOW.station(subject), ROOT.certificate, BELOW.certificate);
            case "stranger" -> List.of(STRANGER.station(subject), STRANGER.certificate);
            case "expired" ->
                List.of(ROOT.station(
                        subject,
                        TestSigner.ec("secp256r1"),
                        TestSigner.BEGIN,
                        TestSigner.BEGIN.plus(Duration.ofDays(2))));
            case "not yet" ->
                List.of(ROOT.station(
                        subject, TestSigner.ec("secp256r1"), TestSigner.END.minus(Duration.ofDays(2)), TestSigner.END));
            case "weak" -> List.of(ROOT.station(subject, TestSigner.rsa(1024), TestSigner.BEGIN, TestSigner.END));
            case "RSA" -> List.of(ROOT.station(subject, TestSigner.rsa(2048), TestSigner.BEGIN, TestSigner.END));
            default -> throw new AssertionError(word);
        };
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
