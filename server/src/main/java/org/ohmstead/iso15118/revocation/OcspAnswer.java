package org.ohmstead.iso15118.revocation;

import java.time.Instant;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.jspecify.annotations.Nullable;

/**
 * What a responder has said of a certificate. Whether it may say so is not yet known: {@link Signers}.
 *
 * @param base64     the whole response, DER in Base64, as stations take it
 * @param nextUpdate when it will say something newer; null: it may at any time
 * @param isKept     it was not asked now, but earlier
 */
public record OcspAnswer(
        String base64, Standing standing, @Nullable Instant nextUpdate, BasicOCSPResp response, boolean isKept) {

    OcspAnswer kept() {
        return new OcspAnswer(base64, standing, nextUpdate, response, true);
    }
}
