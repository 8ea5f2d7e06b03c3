package org.ohmstead.smartcharging.profiles;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a profile; the words of the API are these in small letters. */
@Schema(name = "ChargingProfileState")
public enum ProfileState {
    /** On its way to the station. */
    SENT,
    /** The station has it. */
    ACCEPTED,
    /** The station has said nothing: it may have it. */
    UNANSWERED,
    /** The station has refused it. */
    REJECTED,
    /** Cleared, or not there any more when the station told what it has. */
    CLEARED,
    /** Another one took its place. */
    REPLACED,
    /** Its transaction or its validity has ended. */
    OVER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the station has it, or may have it. */
    public boolean stands() {
        return this == ACCEPTED || this == UNANSWERED;
    }

    static List<String> standing() {
        return Arrays.stream(values())
                .filter(ProfileState::stands)
                .map(ProfileState::word)
                .toList();
    }

    static ProfileState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
