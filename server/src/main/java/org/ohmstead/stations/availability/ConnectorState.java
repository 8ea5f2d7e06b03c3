package org.ohmstead.stations.availability;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The state of a connector as it was last reported; (0, 0) is the station itself.
 *
 * @param rawStatus  the station's word
 * @param statusAt   the station's clock
 * @param receivedAt since when we know of it
 * @param reportedAt when it was last reported; of repetitions only the first since the station booted counts
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
        Instant receivedAt,
        Instant reportedAt) {

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
                receivedAt,
                receivedAt);
    }

    /** The same state, reported once more. */
    ConnectorState reportedAgain(Instant at) {
        return new ConnectorState(
                evse, connector, status, rawStatus, errorCode, info, vendor, vendorErrorCode, statusAt, receivedAt, at);
    }

    /** Whether it was reported since the station has booted; one that never booted counts as always there. */
    boolean isReportedSince(@Nullable Instant boot) {
        return boot == null || !reportedAt.isBefore(boot);
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
