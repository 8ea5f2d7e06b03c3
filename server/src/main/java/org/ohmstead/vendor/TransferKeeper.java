package org.ohmstead.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.Caller;

/** Keeps what came from stations in vendors' messages, and what they were answered. */
public interface TransferKeeper {
    /** Keeps nothing. */
    TransferKeeper NONE = (caller, vendorId, messageId, sent, answer) -> {};

    /** Returns when it is durable; the answer leaves behind it. @param sent the data as it came; null: none */
    void received(
            Caller caller, String vendorId, @Nullable String messageId, @Nullable JsonNode sent, VendorAnswer answer);
}
