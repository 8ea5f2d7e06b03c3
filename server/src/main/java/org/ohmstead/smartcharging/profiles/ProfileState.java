package org.ohmstead.smartcharging.profiles;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
    /** The station has refused it, and is sent it again when the state at its EVSE changes. */
    POSTPONED,
    /** Cleared, or not there any more when the station told what it has. */
    CLEARED,
    /** Another one took its place. */
    REPLACED,
    /** Its transaction or its validity has ended. */
    OVER;

    /** What the station has, or may have. */
    static final Set<ProfileState> STANDING = EnumSet.of(ACCEPTED, UNANSWERED);
    /** The same, and what it is yet to be sent again. */
    static final Set<ProfileState> OPEN = EnumSet.of(ACCEPTED, UNANSWERED, POSTPONED);

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the station has it, or may have it. */
    public boolean stands() {
        return STANDING.contains(this);
    }

    static List<String> words(Set<ProfileState> states) {
        return states.stream().map(ProfileState::word).toList();
    }

    static ProfileState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
