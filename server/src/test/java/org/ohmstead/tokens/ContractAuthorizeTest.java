package org.ohmstead.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.iso15118.ContractWorld;
import org.ohmstead.iso15118.TestPki;
import org.ohmstead.iso15118.TestResponder;
import org.ohmstead.iso15118.TestResponder.Mood;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v2.AuthorizationStatus;
import org.ohmstead.ocpp.v2.Authorize.AuthorizeCertificateStatus;
import org.ohmstead.ocpp.v2.Authorize.Request;
import org.ohmstead.ocpp.v2.Authorize.Response;
import org.ohmstead.ocpp.v2.IdToken;
import org.ohmstead.ocpp.v2.OCSPRequestData;
import org.ohmstead.tokens.ocpp2.Authorize2;

/** C07, a row of its table each. */
class ContractAuthorizeTest {
    private static final String EMAID = "DE8AA001234567";

    private final ContractWorld world = new ContractWorld(TestDatabases.sqlite());
    private final TestPki root = TestPki.root("MO Root");
    private final TestPki sub = root.authority("MO Sub");
    private final TestResponder responder = new TestResponder(sub.responder("Responder"));
    private final TestResponder above = new TestResponder(root.responder("Responder of the root"));
    private final TestPki leaf = sub.leaf(EMAID);
    private TokenStatus token = TokenStatus.ACCEPTED;

    @BeforeEach
    void trust() {
        world.trust("mo", root);
    }

    @AfterEach
    void close() {
        responder.close();
        above.close();
        world.close();
    }

    private List<OCSPRequestData> named() {
        return List.of(sub.named(leaf, responder.url()), root.named(sub, above.url()));
    }

    private Response authorize(@Nullable String chain, @Nullable List<OCSPRequestData> named) {
        return new Authorize2(query -> new Decision(TokenVerdict.of(token)), world.checks, world.requests)
                .handle(world.site.caller(OcppVersion.V201), new Request(new IdToken(EMAID, "eMAID"), chain, named));
    }

    @Test
    void a_certificate_of_a_station_is_none_of_a_contract_although_its_chain_holds() {
        for (String subject : List.of(EMAID, EMAID + ",DC=MO", EMAID + ",DC=CPO")) {
            TestPki one = sub.leaf(subject);
            boolean isContract = !subject.endsWith("CPO");
            assertAnswer(
                    authorize(
                            one.pem() + sub.pem(),
                            List.of(sub.named(one, responder.url()), root.named(sub, above.url()))),
                    isContract ? AuthorizeCertificateStatus.Accepted : AuthorizeCertificateStatus.CertChainError,
                    isContract ? AuthorizationStatus.Accepted : AuthorizationStatus.Invalid);
        }
    }

    private void assertAnswer(
            Response answer, AuthorizeCertificateStatus certificate, AuthorizationStatus tokenStatus) {
        assertThat(answer.certificateStatus()).as(why()).isEqualTo(certificate);
        assertThat(answer.idTokenInfo().status()).isEqualTo(tokenStatus);
        assertThat(world.asked
                        .list(null, "Authorize", null, null, null, null, null)
                        .items())
                .first()
                .satisfies(kept -> assertThat(kept.outcome()).isEqualTo(certificate.name()))
                .satisfies(kept -> assertThat(kept.subject()).isEqualTo(EMAID));
    }

    private @Nullable String why() {
        return world.asked
                .list(null, null, null, null, null, null, null)
                .items()
                .getFirst()
                .reason();
    }

    private String chain() {
        return leaf.pem() + sub.pem();
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, Accepted, Accepted",
        "CONCURRENT, Accepted, ConcurrentTx",
        "NO_CREDIT, Accepted, NoCredit",
        "NOT_ALLOWED_TYPE_EVSE, Accepted, NotAllowedTypeEVSE",
        "NOT_AT_THIS_LOCATION, Accepted, NotAtThisLocation",
        "NOT_AT_THIS_TIME, Accepted, NotAtThisTime",
        "BLOCKED, ContractCancelled, Blocked",
        "EXPIRED, ContractCancelled, Expired",
        "INVALID, ContractCancelled, Invalid",
        "UNKNOWN, ContractCancelled, Unknown"
    })
    void a_good_chain_is_accepted_and_the_token_decides_about_the_contract(
            TokenStatus status, AuthorizeCertificateStatus certificate, AuthorizationStatus answered) {
        token = status;
        assertAnswer(authorize(chain(), named()), certificate, answered);
    }

    @Test
    void the_second_time_nobody_is_asked_until_something_newer_is_due() {
        assertAnswer(authorize(chain(), named()), AuthorizeCertificateStatus.Accepted, AuthorizationStatus.Accepted);
        assertAnswer(authorize(chain(), named()), AuthorizeCertificateStatus.Accepted, AuthorizationStatus.Accepted);
        assertThat(responder.asked).hasValue(1);
        assertThat(above.asked).hasValue(1);
        world.site.pass(Duration.ofHours(13));
        responder.next(TestPki.NOW.plus(Duration.ofDays(2)));
        above.next(TestPki.NOW.plus(Duration.ofDays(2)));
        authorize(chain(), named());
        assertThat(responder.asked).hasValue(2);
    }

    @Test
    void hashes_alone_are_enough_where_their_issuers_are_known() {
        assertAnswer(authorize(null, named()), AuthorizeCertificateStatus.CertChainError, AuthorizationStatus.Invalid);
        assertThat(why()).contains("is not known here");
        world.trust("mo", sub);
        assertAnswer(authorize(null, named()), AuthorizeCertificateStatus.Accepted, AuthorizationStatus.Accepted);
    }

    @Test
    void a_chain_alone_is_asked_about_where_its_certificates_say() {
        TestPki telling = sub.leaf(EMAID, TestPki.NOW.plus(Duration.ofDays(1)), responder.url());
        world.trust("mo", sub);
        assertAnswer(authorize(telling.pem(), null), AuthorizeCertificateStatus.Accepted, AuthorizationStatus.Accepted);
        assertThat(responder.asked).hasValue(1);
        assertAnswer(
                authorize(leaf.pem(), null), AuthorizeCertificateStatus.CertChainError, AuthorizationStatus.Invalid);
        assertThat(why()).contains("no responder is named");
    }

    @ParameterizedTest
    @CsvSource({
        "REVOKED, CertificateRevoked",
        "UNKNOWN, CertChainError",
        "TRY_LATER, CertChainError",
        "GARBAGE, CertChainError",
        "SILENT, CertChainError",
        "HUGE, CertChainError",
        "OTHER_CERTIFICATE, CertChainError",
        "STALE, CertChainError",
        "NOT_FOUND, CertChainError"
    })
    void what_a_responder_does_not_say_is_good_is_refused(Mood mood, AuthorizeCertificateStatus certificate) {
        responder.is(mood);
        assertAnswer(authorize(chain(), named()), certificate, AuthorizationStatus.Invalid);
    }

    @Test
    void a_responder_that_the_issuer_has_not_named_says_nothing() {
        try (TestResponder forger = new TestResponder(TestPki.root("Forger"))) {
            List<OCSPRequestData> named = List.of(sub.named(leaf, forger.url()), root.named(sub, above.url()));
            assertAnswer(
                    authorize(chain(), named), AuthorizeCertificateStatus.CertChainError, AuthorizationStatus.Invalid);
            assertThat(why()).contains("signed by nobody who may");
        }
        try (TestResponder sibling = new TestResponder(sub.leaf("Another contract"))) {
            List<OCSPRequestData> named = List.of(sub.named(leaf, sibling.url()), root.named(sub, above.url()));
            assertAnswer(
                    authorize(chain(), named), AuthorizeCertificateStatus.CertChainError, AuthorizationStatus.Invalid);
        }
    }

    @Test
    void a_chain_that_is_over_is_expired() {
        TestPki over = sub.leaf(EMAID, TestPki.NOW.minus(Duration.ofDays(1)), responder.url());
        Response answer = authorize(over.pem() + sub.pem(), named());
        assertAnswer(answer, AuthorizeCertificateStatus.CertificateExpired, AuthorizationStatus.Expired);
        assertThat(responder.asked).hasValue(0);
    }

    @Test
    void a_chain_that_somebody_else_has_signed_is_a_signature_error() {
        TestPki forged = TestPki.root("MO Sub").leaf(EMAID);
        assertAnswer(
                authorize(forged.pem() + sub.pem(), named()),
                AuthorizeCertificateStatus.SignatureError,
                AuthorizationStatus.Invalid);
    }

    @Test
    void a_text_without_certificates_is_none() {
        assertAnswer(
                authorize("PEM", named()),
                AuthorizeCertificateStatus.NoCertificateAvailable,
                AuthorizationStatus.Invalid);
    }

    @Test
    void a_chain_that_cannot_be_verified_is_an_error() {
        TestPki other = TestPki.root("Another Root");
        TestPki stranger = other.leaf(EMAID);
        TestPki notAnAuthority = leaf.leaf(EMAID);
        for (String chain : List.of(
                stranger.pem(),
                stranger.pem() + other.pem(),
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
                leaf.pem(),
                notAnAuthority.pem() + leaf.pem() + sub.pem(),
                leaf.pem().repeat(9))) {
            assertAnswer(
                    authorize(chain, named()), AuthorizeCertificateStatus.CertChainError, AuthorizationStatus.Invalid);
        }
    }

    @Test
    void a_certificate_of_another_contract_proves_nothing_for_this_one() {
        assertAnswer(
                authorize(sub.leaf("DE8AA009999999").pem() + sub.pem(), named()),
                AuthorizeCertificateStatus.CertChainError,
                AuthorizationStatus.Invalid);
        assertThat(why()).contains("not of this one");
        TestPki spelled = sub.leaf("DE-8AA-00123456-7-X", TestPki.NOW.plus(Duration.ofDays(1)), responder.url());
        assertAnswer(
                authorize(spelled.pem() + sub.pem(), named()),
                AuthorizeCertificateStatus.Accepted,
                AuthorizationStatus.Accepted);
    }

    @Test
    void an_authority_of_vehicles_vouches_for_no_contract() {
        TestPki oem = TestPki.root("OEM Root");
        world.trust("oem", oem);
        assertAnswer(
                authorize(oem.leaf(EMAID).pem(), named()),
                AuthorizeCertificateStatus.CertChainError,
                AuthorizationStatus.Invalid);
    }

    @Test
    void without_ocsp_a_silent_responder_is_let_pass_and_a_revoked_one_is_not() {
        world.lenient(true, false, false);
        responder.is(Mood.NOT_FOUND);
        assertAnswer(authorize(chain(), named()), AuthorizeCertificateStatus.Accepted, AuthorizationStatus.Accepted);
        assertAnswer(authorize(chain(), null), AuthorizeCertificateStatus.Accepted, AuthorizationStatus.Accepted);
        responder.is(Mood.REVOKED);
        assertAnswer(
                authorize(chain(), named()),
                AuthorizeCertificateStatus.CertificateRevoked,
                AuthorizationStatus.Invalid);
        assertThat(world.leniency.get().warning()).contains("no responder need answer");
    }

    @Test
    void expired_ones_and_unknown_roots_are_let_pass_where_it_is_said() {
        TestPki over = sub.leaf(EMAID, TestPki.NOW.minus(Duration.ofDays(1)), responder.url());
        world.lenient(false, true, false);
        assertAnswer(
                authorize(over.pem() + sub.pem(), named()),
                AuthorizeCertificateStatus.Accepted,
                AuthorizationStatus.Accepted);
        TestPki stranger = TestPki.root("Another Root");
        String unknown = stranger.leaf(EMAID).pem() + stranger.pem();
        assertAnswer(
                authorize(unknown, named()), AuthorizeCertificateStatus.CertChainError, AuthorizationStatus.Invalid);
        world.lenient(true, false, true);
        assertAnswer(authorize(unknown, named()), AuthorizeCertificateStatus.Accepted, AuthorizationStatus.Accepted);
        assertAnswer(authorize(null, named()), AuthorizeCertificateStatus.Accepted, AuthorizationStatus.Accepted);
        world.lenient(false, false, false);
        assertThat(world.leniency.get().warning()).isNull();
    }

    @Test
    void hashes_that_nobody_can_read_are_an_error_and_no_exception() {
        OCSPRequestData broken = new OCSPRequestData(null, "xyz", null, "", null);
        assertAnswer(
                authorize(null, List.of(broken)),
                AuthorizeCertificateStatus.CertChainError,
                AuthorizationStatus.Invalid);
        assertAnswer(
                authorize(null, Collections.nCopies(5, named().getFirst())),
                AuthorizeCertificateStatus.CertChainError,
                AuthorizationStatus.Invalid);
        assertAnswer(
                authorize(null, List.of()), AuthorizeCertificateStatus.CertChainError, AuthorizationStatus.Invalid);
    }
}
