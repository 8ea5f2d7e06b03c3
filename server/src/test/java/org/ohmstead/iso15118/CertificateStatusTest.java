package org.ohmstead.iso15118;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.iso15118.TestResponder.Mood;
import org.ohmstead.iso15118.ocpp2.GetCertificateChainStatus2;
import org.ohmstead.iso15118.ocpp2.GetCertificateStatus2;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.RecordCodec;
import org.ohmstead.ocpp.rpc.routing.CallRefused;
import org.ohmstead.ocpp.v2.CertificateHashData;
import org.ohmstead.ocpp.v2.GetCertificateChainStatus;
import org.ohmstead.ocpp.v2.GetCertificateChainStatus.CertificateStatus;
import org.ohmstead.ocpp.v2.GetCertificateChainStatus.CertificateStatusKind;
import org.ohmstead.ocpp.v2.GetCertificateChainStatus.CertificateStatusRequestInfo;
import org.ohmstead.ocpp.v2.GetCertificateChainStatus.CertificateStatusSource;
import org.ohmstead.ocpp.v2.GetCertificateStatus;
import org.ohmstead.ocpp.v2.GetCertificateStatus.GetCertificateStatusKind;
import org.ohmstead.ocpp.v2.HashAlgorithm;
import org.ohmstead.ocpp.v2.OCSPRequestData;

/** M06 and M07. */
class CertificateStatusTest {
    private final ContractWorld world = new ContractWorld(TestDatabases.sqlite());
    private final TestPki root = TestPki.root("V2G Root");
    private final TestPki leaf = root.leaf("SECC");
    private final TestResponder responder = new TestResponder(root.responder("Responder"));

    @AfterEach
    void close() {
        responder.close();
        world.close();
    }

    private GetCertificateStatus.Response ask(OcppVersion version, String url) {
        var answer = new GetCertificateStatus2(world.responders, world.requests, world.settings)
                .handle(world.site.caller(version), new GetCertificateStatus.Request(root.named(leaf, url)));
        assertThat(RecordCodec.of(GetCertificateStatus.Response.class, version).check(answer))
                .isEmpty();
        return answer;
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"GOOD", "REVOKED", "UNKNOWN"})
    void whatever_the_responder_says_is_passed_on_as_it_is(Mood mood) throws IOException {
        responder.is(mood);
        var answer = ask(OcppVersion.V201, responder.url());
        assertThat(answer.status()).isEqualTo(GetCertificateStatusKind.Accepted);
        assertThat(new OCSPResp(Base64.getDecoder().decode(answer.ocspResult())).getStatus())
                .isEqualTo(OCSPResp.SUCCESSFUL);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"GOOD", "REVOKED", "UNKNOWN"})
    void where_nothing_usable_comes_it_failed_and_nothing_is_kept(Mood mood) {
        responder.is(mood);
        var answer = ask(OcppVersion.V21, responder.url());
        assertThat(answer.status()).isEqualTo(GetCertificateStatusKind.Failed);
        assertThat(answer.ocspResult()).isNull();
        assertThat(answer.statusInfo().additionalInfo()).isNotBlank();
        responder.is(Mood.GOOD);
        assertThat(ask(OcppVersion.V21, responder.url()).status()).isEqualTo(GetCertificateStatusKind.Accepted);
    }

    @Test
    void the_second_question_asks_nobody_until_something_newer_is_due() {
        var first = ask(OcppVersion.V201, responder.url());
        assertThat(ask(OcppVersion.V21, responder.url()).ocspResult()).isEqualTo(first.ocspResult());
        assertThat(responder.asked).hasValue(1);
        assertThat(world.asked.list(null, null, null, null, null, null, null).items())
                .extracting(kept -> kept.reason())
                .containsExactly("it was known from earlier", null);
        world.site.pass(Duration.ofHours(13));
        responder.next(TestPki.NOW.plus(Duration.ofDays(9)));
        ask(OcppVersion.V201, responder.url());
        assertThat(responder.asked).hasValue(2);
    }

    @Test
    void what_may_change_at_any_time_is_asked_each_time() {
        responder.next(null);
        ask(OcppVersion.V201, responder.url());
        ask(OcppVersion.V201, responder.url());
        assertThat(responder.asked).hasValue(2);
    }

    @Test
    void what_one_responder_said_is_not_told_in_anothers_name() {
        ask(OcppVersion.V201, responder.url());
        try (TestResponder silent = new TestResponder(root).is(Mood.NOT_FOUND)) {
            assertThat(ask(OcppVersion.V201, silent.url()).status()).isEqualTo(GetCertificateStatusKind.Failed);
        }
    }

    @Test
    void a_redirect_is_followed_but_not_to_where_stations_may_not_look() {
        try (TestResponder door = new TestResponder(root)) {
            door.redirect(responder.url());
            assertThat(ask(OcppVersion.V201, door.url()).status()).isEqualTo(GetCertificateStatusKind.Accepted);
            door.redirect("http://169.254.169.254/latest/meta-data");
            var answer = ask(OcppVersion.V201, door.url() + "/other");
            assertThat(answer.status()).isEqualTo(GetCertificateStatusKind.Failed);
            assertThat(answer.statusInfo().additionalInfo()).contains("169.254.169.254", "private-responders");
        }
    }

    @Test
    void a_responder_at_this_machine_is_asked_only_where_the_setting_says_so() {
        try (ContractWorld careful = new ContractWorld(TestDatabases.sqlite(), Iso15118Settings.defaults())) {
            var answer = new GetCertificateStatus2(careful.responders, careful.requests, careful.settings)
                    .handle(
                            careful.site.caller(OcppVersion.V201),
                            new GetCertificateStatus.Request(root.named(leaf, responder.url())));
            assertThat(answer.status()).isEqualTo(GetCertificateStatusKind.Failed);
            assertThat(responder.asked).hasValue(0);
        }
    }

    @Test
    void a_question_that_nobody_can_read_failed() {
        for (OCSPRequestData broken : new OCSPRequestData[] {
            null,
            new OCSPRequestData(HashAlgorithm.SHA256, "abc", "ab", "1", responder.url()),
            new OCSPRequestData(HashAlgorithm.SHA256, "ab", "ab", "1", null)
        }) {
            var answer = new GetCertificateStatus2(world.responders, world.requests, world.settings)
                    .handle(world.site.caller(OcppVersion.V201), new GetCertificateStatus.Request(broken));
            assertThat(answer.status()).isEqualTo(GetCertificateStatusKind.Failed);
        }
        assertThat(responder.asked).hasValue(0);
    }

    private List<CertificateStatus> chain(CertificateStatusRequestInfo... asked) {
        var answer = new GetCertificateChainStatus2(world.standings, world.requests)
                .handle(world.site.caller(OcppVersion.V21), new GetCertificateChainStatus.Request(List.of(asked)));
        assertThat(RecordCodec.of(GetCertificateChainStatus.Response.class, OcppVersion.V21)
                        .check(answer))
                .isEmpty();
        return answer.certificateStatus();
    }

    private static CertificateStatusRequestInfo asked(
            TestPki issuer, TestPki one, CertificateStatusSource source, String... urls) {
        OCSPRequestData named = issuer.named(one, "");
        return new CertificateStatusRequestInfo(
                new CertificateHashData(
                        named.hashAlgorithm(), named.issuerNameHash(), named.issuerKeyHash(), named.serialNumber()),
                source,
                List.of(urls));
    }

    @Test
    void each_certificate_of_a_chain_has_its_own_status_from_its_own_source() {
        world.trust("v2g", root);
        TestPki revoked = root.leaf("Revoked");
        Instant next = TestPki.NOW.plus(Duration.ofDays(3));
        try (TestResponder lists = new TestResponder(root);
                TestResponder unknown = new TestResponder(root.responder("Unknowing")).is(Mood.UNKNOWN)) {
            lists.file(root.list(next, revoked));
            var found = chain(
                    asked(root, leaf, CertificateStatusSource.OCSP, "http://127.0.0.1:1/", responder.url()),
                    asked(root, leaf, CertificateStatusSource.OCSP, unknown.url()),
                    asked(root, leaf, CertificateStatusSource.CRL, lists.url()),
                    asked(root, revoked, CertificateStatusSource.CRL, lists.url()));
            assertThat(found)
                    .extracting(CertificateStatus::status)
                    .containsExactly(
                            CertificateStatusKind.Good,
                            CertificateStatusKind.Unknown,
                            CertificateStatusKind.Good,
                            CertificateStatusKind.Revoked);
            assertThat(found.get(0).nextUpdate()).isEqualTo(TestPki.NOW.plus(Duration.ofHours(12)));
            assertThat(found.get(3).nextUpdate()).isEqualTo(next);
            int before = lists.asked.get();
            chain(asked(root, revoked, CertificateStatusSource.CRL, lists.url()));
            assertThat(lists.asked).hasValue(before);
        }
    }

    @Test
    void an_issuer_that_comes_with_the_answer_counts_where_it_descends_from_one_that_is_known() {
        TestPki sub = root.authority("Sub");
        TestPki below = sub.leaf("Below");
        try (TestResponder itself = new TestResponder(sub)) {
            var question = asked(sub, below, CertificateStatusSource.OCSP, itself.url());
            assertThat(chain(question).getFirst().status()).isEqualTo(CertificateStatusKind.Failed);
            world.trust("v2g", root);
            assertThat(chain(question).getFirst().status()).isEqualTo(CertificateStatusKind.Good);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"300730053003020101", "3006300430023000", "30023000", "3000", "30030a0100a0"})
    void what_is_no_response_failed_whatever_is_broken_in_it(String hex) {
        responder.file(HexFormat.of().parseHex(hex));
        assertThat(ask(OcppVersion.V201, responder.url()).status()).isEqualTo(GetCertificateStatusKind.Failed);
    }

    @Test
    void a_port_that_there_is_not_is_asked_by_nobody() {
        assertThat(ask(OcppVersion.V201, "http://localhost:99999/ocsp").status())
                .isEqualTo(GetCertificateStatusKind.Failed);
    }

    @Test
    void a_list_that_the_issuer_has_not_signed_or_that_is_over_says_nothing() {
        world.trust("v2g", root);
        TestPki other = TestPki.root("V2G Root");
        try (TestResponder lists = new TestResponder(root);
                TestResponder over = new TestResponder(root);
                TestResponder garbage = new TestResponder(root)) {
            lists.file(other.list(TestPki.NOW.plus(Duration.ofDays(3)), leaf));
            over.file(root.list(TestPki.NOW.minus(Duration.ofMinutes(1))));
            garbage.file("-----BEGIN X509 CRL-----".getBytes());
            assertThat(chain(
                            asked(root, leaf, CertificateStatusSource.CRL, lists.url()),
                            asked(root, leaf, CertificateStatusSource.CRL, over.url()),
                            asked(root, leaf, CertificateStatusSource.CRL, garbage.url()),
                            asked(other, leaf, CertificateStatusSource.CRL, lists.url())))
                    .extracting(CertificateStatus::status)
                    .containsOnly(CertificateStatusKind.Failed);
        }
    }

    @Test
    void a_chain_that_cannot_be_repeated_in_a_valid_answer_is_refused_before_anybody_is_asked() {
        var good = asked(root, leaf, CertificateStatusSource.OCSP, responder.url());
        var overlong = new CertificateStatusRequestInfo(
                new CertificateHashData(HashAlgorithm.SHA256, "aa", "bb", "1".repeat(41)),
                CertificateStatusSource.OCSP,
                List.of(responder.url()));
        for (List<CertificateStatusRequestInfo> chain :
                List.of(List.<CertificateStatusRequestInfo>of(), Collections.nCopies(5, good), List.of(overlong))) {
            assertThatThrownBy(() -> new GetCertificateChainStatus2(world.standings, world.requests)
                            .handle(world.site.caller(OcppVersion.V21), new GetCertificateChainStatus.Request(chain)))
                    .isInstanceOf(CallRefused.class);
        }
        assertThat(responder.asked).hasValue(0);
    }
}
