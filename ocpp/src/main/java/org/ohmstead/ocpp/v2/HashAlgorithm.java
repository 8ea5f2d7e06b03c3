package org.ohmstead.ocpp.v2;

/** Digest of certificate hash data. */
public enum HashAlgorithm {
    SHA256,
    SHA384,
    SHA512
}
