package org.ohmstead.stations.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.stations.StationRef;

/**
 * What pending stations may say because we asked for it. Not counted, because one trigger may bring a message for each
 * connector and one report many pages; an exemption ends after a while without such a message.
 */
final class Exemptions {
    private static final Duration LASTS = Duration.ofMinutes(5);

    private final ConcurrentMap<Long, ConcurrentMap<String, Instant>> untilByStation = new ConcurrentHashMap<>();

    void add(StationRef station, String action, Instant now) {
        untilByStation
                .computeIfAbsent(station.id(), absent -> new ConcurrentHashMap<>())
                .put(action, now.plus(LASTS));
    }

    boolean passes(StationRef station, String action, Instant now) {
        ConcurrentMap<String, Instant> until = untilByStation.get(station.id());
        if (until == null) {
            return false;
        }
        Instant end = until.computeIfPresent(action, (same, old) -> now.isAfter(old) ? null : now.plus(LASTS));
        return end != null;
    }

    void forget(StationRef station) {
        untilByStation.remove(station.id());
    }

    /** The actions that a station sends because it was sent this. */
    static Set<String> askedForBy(OcppCall<?> request) {
        return switch (request) {
            case org.ohmstead.ocpp.v16.TriggerMessage.Request trigger ->
                Set.of(trigger.requestedMessage().name());
            case org.ohmstead.ocpp.v16.ExtendedTriggerMessage.Request trigger ->
                triggered(trigger.requestedMessage().name());
            case org.ohmstead.ocpp.v2.TriggerMessage.Request trigger ->
                triggered(trigger.requestedMessage().name());
            case org.ohmstead.ocpp.v2.GetBaseReport.Request report -> Set.of("NotifyReport");
            case org.ohmstead.ocpp.v2.GetReport.Request report -> Set.of("NotifyReport");
            default -> Set.of();
        };
    }

    private static Set<String> triggered(String message) {
        return switch (message) {
            case "SignChargePointCertificate",
                    "SignChargingStationCertificate",
                    "SignV2GCertificate",
                    "SignV2G20Certificate",
                    "SignCombinedCertificate" -> Set.of("SignCertificate");
            // the security extension of 1.6 has a second action for the same thing
            case "FirmwareStatusNotification" -> Set.of(message, "SignedFirmwareStatusNotification");
            // 2.1 reports the availability of connectors as events (B01.FR.05)
            case "StatusNotification" -> Set.of(message, "NotifyEvent");
            case "MeterValues" -> Set.of(message, "TransactionEvent"); // field note 129
            default -> Set.of(message);
        };
    }
}
