package org.ohmstead.stations;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The state of a connector as it was last reported; (0, 0) is the station itself.
 *
 * @param rawStatus  the station's word
 * @param statusAt   the station's clock
 * @param receivedAt since when we know of it
 */
public record ConnectorState(
        int evse,
        int connector,
        ConnectorStatus status,
        String rawStatus,
        @Nullable String errorCode,
        @Nullable String info,
        @Nullable String vendor,
        @Nullable String vendorErrorCode,
        @Nullable Instant statusAt,
        Instant receivedAt) {

    static ConnectorState of(ConnectorReport report, int connector, Instant receivedAt) {
        return new ConnectorState(
                report.evse(),
                connector,
                report.status(),
                report.rawStatus(),
                report.errorCode(),
                report.info(),
                report.vendor(),
                report.vendorErrorCode(),
                report.statusAt(),
                receivedAt);
    }

    /** Whether another report says the same, whenever it says it. */
    boolean saysTheSameAs(ConnectorState other) {
        return sameStateAs(other)
                && Objects.equals(info, other.info)
                && Objects.equals(vendor, other.vendor)
                && Objects.equals(vendorErrorCode, other.vendorErrorCode);
    }

    /** Whether the connector is in the same state, with other remarks perhaps. */
    boolean sameStateAs(ConnectorState other) {
        return rawStatus.equals(other.rawStatus) && Objects.equals(errorCode, other.errorCode);
    }
}
