package org.ohmstead.diagnosis;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is looked at, in this order. */
@Schema(name = "StartCheckName")
public enum CheckName {
    CONNECTION("connection"),
    REGISTRATION("registration"),
    CONNECTOR("connector"),
    AUTHORIZATION("authorization"),
    RESERVATION("reservation"),
    BLOCK("block"),
    REMOTE_START("remoteStart"),
    TRANSACTION_EVENT("transactionEvent"),
    CHARGING_PROFILE("chargingProfile"),
    FAULT("fault"),
    CLOCK("clock");

    private final String word;

    CheckName(String word) {
        this.word = word;
    }

    /** As it stands in the API. */
    public String word() {
        return word;
    }
}
