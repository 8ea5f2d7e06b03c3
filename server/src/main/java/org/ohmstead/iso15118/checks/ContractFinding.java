package org.ohmstead.iso15118.checks;

import org.jspecify.annotations.Nullable;

/**
 * What was found about a contract certificate.
 *
 * @param reason for an operator, as part of a sentence; null: there is nothing to say
 * @param source the host of the responder that decided it, or that was asked first; null: none was asked
 */
public record ContractFinding(
        Kind kind, @Nullable String reason, @Nullable String source) {
    /** The words of OCPP 2.x, but for what only the contract itself decides (AuthorizeCertificateStatusEnumType). */
    public enum Kind {
        VALID,
        SIGNATURE_ERROR,
        EXPIRED,
        REVOKED,
        /** There is no certificate in what the station sent as one. */
        NONE,
        /** The chain is not one, does not end where it should, or cannot be verified. */
        CHAIN_ERROR
    }

    static ContractFinding of(Kind kind, @Nullable String reason) {
        return new ContractFinding(kind, reason, null);
    }

    public boolean isValid() {
        return kind == Kind.VALID;
    }
}
