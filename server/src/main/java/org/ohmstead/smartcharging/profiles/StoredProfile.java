package org.ohmstead.smartcharging.profiles;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.smartcharging.schedule.Profile;
import org.ohmstead.smartcharging.schedule.json.ProfileReader;

/**
 * A profile as it is kept.
 *
 * @param id      of its row; grows with each that came
 * @param number  by which the station knows it
 * @param evse    0: the station, or each EVSE of it
 * @param profile ChargingProfile of 2.x, whatever the station speaks
 * @param source  csms, or the station's chargingLimitSource
 * @param said    what the station answered; null: nothing
 * @param command that set it; null: the station told of it by itself
 * @param actor   who sent that
 */
public record StoredProfile(
        long id,
        long number,
        int evse,
        ObjectNode profile,
        String source,
        ProfileState state,
        @Nullable String said,
        @Nullable Long command,
        @Nullable String actor,
        Times times) {
    /** Source of what was set from here. */
    public static final String CSMS = "csms";

    /** @param changedAt since when its state is so */
    public record Times(
            Instant createdAt,
            Instant changedAt,
            @Nullable Instant reportedAt,
            @Nullable Instant validTo) {}

    /** In our words; empty: the station told something that nobody can read. */
    public Optional<Profile> read() {
        return ProfileReader.read(profile, evse).found();
    }

    String purpose() {
        return profile.path("chargingProfilePurpose").asText();
    }

    int stackLevel() {
        return profile.path("stackLevel").asInt();
    }

    @Nullable
    String transaction() {
        return profile.path("transactionId").isTextual()
                ? profile.path("transactionId").asText()
                : null;
    }
}
