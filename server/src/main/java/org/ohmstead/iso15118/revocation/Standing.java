package org.ohmstead.iso15118.revocation;

/** What a responder, or a list, says of a certificate. */
public enum Standing {
    GOOD,
    REVOKED,
    /** The responder does not know it. */
    UNKNOWN
}
