package org.ohmstead.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor's message is answered.
 *
 * @param data   null: nothing. A 1.6 station gets a text as it is and anything else as JSON in a text
 * @param reason why, for people; only 2.x has a place for it; null: none
 */
public record VendorAnswer(
        Status status, @Nullable JsonNode data, @Nullable String reason) {

    /** The outcome. */
    public enum Status {
        ACCEPTED,
        REJECTED,
        UNKNOWN_MESSAGE,
        UNKNOWN_VENDOR
    }

    /** The message was understood and taken. */
    public static VendorAnswer accepted() {
        return new VendorAnswer(Status.ACCEPTED, null, null);
    }

    /** The message was understood and taken. */
    public static VendorAnswer accepted(@Nullable JsonNode data) {
        return new VendorAnswer(Status.ACCEPTED, data, null);
    }

    /** The message was understood and not taken. */
    public static VendorAnswer rejected(String reason) {
        return new VendorAnswer(Status.REJECTED, null, reason);
    }

    static VendorAnswer unknownMessage(String reason) {
        return new VendorAnswer(Status.UNKNOWN_MESSAGE, null, reason);
    }

    static VendorAnswer unknownVendor(String reason) {
        return new VendorAnswer(Status.UNKNOWN_VENDOR, null, reason);
    }
}
