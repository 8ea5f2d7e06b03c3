package org.ohmstead.ocpp.v2;

/** Hash Algorithm. */
public enum HashAlgorithm {
    SHA256,
    SHA384,
    SHA512
}
