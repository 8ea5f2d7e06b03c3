package org.ohmstead.ocpp.v16;

/** Hash Algorithm. */
public enum HashAlgorithm {
    SHA256,
    SHA384,
    SHA512
}
