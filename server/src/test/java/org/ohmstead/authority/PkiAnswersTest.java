package org.ohmstead.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.authority.revocation.OcspResponder;
import org.ohmstead.authority.revocation.RevocationLists;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.encryption.Encryption;
import org.ohmstead.encryption.TestKeys;

/** What anybody gets who asks for what is revoked: also where the key is away, or too many ask. */
class PkiAnswersTest {
    private static final byte TRY_LATER = 3;

    private final AuthorityWorld world = new AuthorityWorld(TestDatabases.sqlite());
    private final Authority authority = world.add(AuthorityWorld.own("A"));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void where_the_key_cannot_be_opened_nobody_is_told_why() throws Exception {
        Encryption other = new Encryption(TestKeys.ANOTHER);
        Authorities blind =
                new Authorities(world.store, other, world.tenants, world.stations.audit, world.stations.clock);
        assertThat(new RevocationLists(blind, world.issued, world.stations.clock).of(authority.id()))
                .isEmpty();
        assertThat(new OcspResponder(blind, world.issued, world.stations.clock).answer(authority.id(), asked(1)))
                .hasValue(new byte[] {0x30, 0x03, 0x0a, 0x01, TRY_LATER});
    }

    @Test
    void the_same_question_is_signed_once_and_takes_nobody_the_room() throws Exception {
        OcspResponder responder = new OcspResponder(world.authorities, world.issued, world.stations.clock);
        byte[] first = responder.answer(authority.id(), asked(1)).orElseThrow();
        for (int i = 0; i < 500; i++) {
            assertThat(responder.answer(authority.id(), asked(1))).hasValue(first);
        }
        assertThat(new OCSPResp(responder.answer(authority.id(), asked(2)).orElseThrow()).getStatus())
                .isEqualTo(OCSPResp.SUCCESSFUL);
        world.stations.clock.advance(Duration.ofMinutes(2));
        assertThat(responder.answer(authority.id(), asked(1)).orElseThrow())
                .as("a revocation is told within a minute")
                .isNotEqualTo(first);
    }

    @Test
    void who_floods_one_authority_leaves_the_others_their_answers() throws Exception {
        Authority other = world.add(AuthorityWorld.own("B"));
        OcspResponder responder = new OcspResponder(world.authorities, world.issued, world.stations.clock);
        byte[] last = {};
        for (int i = 0; i < 300; i++) {
            last = responder.answer(authority.id(), asked(i)).orElseThrow();
        }
        assertThat(new OCSPResp(last).getStatus()).isEqualTo(OCSPResp.TRY_LATER);
        assertThat(new OCSPResp(responder.answer(other.id(), asked(1)).orElseThrow()).getStatus())
                .isEqualTo(OCSPResp.SUCCESSFUL);
    }

    @Test
    void an_authority_that_is_over_has_one_responder_and_not_one_for_each_question() throws Exception {
        OcspResponder responder = new OcspResponder(world.authorities, world.issued, world.stations.clock);
        X509Certificate own = authority.chain().getFirst();
        world.stations.clock.advance(Duration.between(
                world.stations.clock.instant(), own.getNotAfter().toInstant().plusSeconds(60)));
        Set<X509CertificateHolder> shown = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            OCSPResp answer =
                    new OCSPResp(responder.answer(authority.id(), asked(i)).orElseThrow());
            shown.add(((BasicOCSPResp) answer.getResponseObject()).getCerts()[0]);
        }
        assertThat(shown).hasSize(1);
    }

    private byte[] asked(long serial)
            throws OperatorCreationException, OCSPException, CertificateEncodingException, IOException {
        return new OCSPReqBuilder()
                .addRequest(new CertificateID(
                        new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                        new JcaX509CertificateHolder(authority.chain().getFirst()),
                        BigInteger.valueOf(serial)))
                .build()
                .getEncoded();
    }
}
