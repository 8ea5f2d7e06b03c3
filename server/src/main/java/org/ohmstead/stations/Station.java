package org.ohmstead.stations;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.clocks.StationClocks;
import org.ohmstead.stations.connections.LastSeen;

/**
 * A charging station as it is registered.
 *
 * @param config             what the operator decided
 * @param registration       what its last BootNotification was answered
 * @param password           null: it needs none
 * @param facts              what it told of itself
 * @param unsupportedActions that it refused with NotSupported or NotImplemented, since its firmware last changed
 * @param clock              how far its clock was off when that was last written; {@link StationClocks} knows better
 * @param times              what happened when
 */
public record Station(
        StationRef ref,
        StationConfig config,
        Registration registration,
        @Nullable PasswordHash password,
        BootFacts facts,
        List<String> unsupportedActions,
        @Nullable OcppVersion lastVersion,
        @Nullable ClockOffset clock,
        Times times) {

    /**
     * @param lastSeenAt as it was last written; {@link LastSeen} knows better
     * @param updatedAt  when the operator's decisions or the station's facts last changed
     */
    public record Times(
            @Nullable Instant lastBootAt, @Nullable Instant lastSeenAt, Instant createdAt, Instant updatedAt) {}

    public Station {
        unsupportedActions = List.copyOf(unsupportedActions);
    }

    public Admission admission() {
        return config.admission();
    }

    public boolean strict() {
        return config.strict();
    }

    /** Of its timestamps without one. */
    public ZoneId zone() {
        return config.zone() == null ? ZoneOffset.UTC : config.zone();
    }

    public @Nullable OcppVersion defaultVersion() {
        return config.defaultVersion();
    }

    public boolean hasPassword() {
        return password != null;
    }

    /**
     * Where it stands: accepted only where both the operator's last word and the last answer say so, because an answer
     * that was given stays in the station's mind until it boots again.
     */
    public Registration standing() {
        if (admission() == Admission.REJECTED || registration == Registration.REJECTED) {
            return Registration.REJECTED;
        }
        return admission() == Admission.PENDING ? Registration.PENDING : registration;
    }
}
