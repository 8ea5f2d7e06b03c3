package org.ohmstead.stations.availability;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a station says about one of its connectors.
 *
 * @param evse            0 is the station itself; connector n of 1.6 is connector 1 of EVSE n
 * @param connector       null where a 2.x station leaves it out
 * @param rawStatus       the station's word
 * @param errorCode       the station's word, 1.6 only; NoError counts as absent
 * @param vendor          who defines the vendor's code
 * @param statusAt        the station's clock; after a reconnect days old (field note 64)
 */
public record ConnectorReport(
        int evse,
        @Nullable Integer connector,
        String rawStatus,
        @Nullable String errorCode,
        @Nullable String info,
        @Nullable String vendor,
        @Nullable String vendorErrorCode,
        @Nullable Instant statusAt) {
    private static final int LONGEST = 255;

    public ConnectorReport {
        String word = clean(rawStatus);
        rawStatus = word == null ? "?" : word;
        errorCode = clean(errorCode);
        errorCode = errorCode == null || errorCode.toLowerCase(Locale.ROOT).equals("noerror") ? null : errorCode;
        info = clean(info);
        vendor = clean(vendor);
        vendorErrorCode = clean(vendorErrorCode);
    }

    /** A report that is a status and nothing more, as in 2.x. */
    public static ConnectorReport of(
            int evse, @Nullable Integer connector, String rawStatus, @Nullable Instant statusAt) {
        return new ConnectorReport(evse, connector, rawStatus, null, null, null, null, statusAt);
    }

    public ConnectorStatus status() {
        return ConnectorStatus.of(rawStatus);
    }

    private static @Nullable String clean(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
    }
}
