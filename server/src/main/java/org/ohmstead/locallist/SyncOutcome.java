package org.ohmstead.locallist;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of bringing a station's list to what it is to hold. */
@Schema(name = "LocalListSyncOutcome")
enum SyncOutcome {
    /** It holds that already; nothing was sent. */
    UP_TO_DATE("upToDate"),
    /** The station has taken what was different. */
    UPDATED("updated"),
    /** The station has taken the whole list. */
    REPLACED("replaced"),
    /** It is not connected, and is brought up to date when it is. */
    NOT_CONNECTED("notConnected"),
    /** It has no local list, or it is switched off. */
    NOT_SUPPORTED("notSupported"),
    /** It has not taken it. */
    FAILED("failed"),
    /** It did not answer in time, or went away; whether it has done it is not known. */
    UNKNOWN("unknown");

    private final String word;

    SyncOutcome(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
