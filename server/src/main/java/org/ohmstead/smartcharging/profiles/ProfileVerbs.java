package org.ohmstead.smartcharging.profiles;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.smartcharging.schedule.Profile;
import org.ohmstead.smartcharging.schedule.json.ProfileJson;
import org.ohmstead.smartcharging.schedule.json.ProfileReader;
import org.ohmstead.smartcharging.schedule.json.ProfileWriter16;
import org.ohmstead.smartcharging.schedule.json.Reading;
import org.ohmstead.smartcharging.schedule.rules.Problem;

/** What stations are told about profiles, in the words of each version. */
final class ProfileVerbs {
    private ProfileVerbs() {}

    /** K01; 1.6 §5.16. */
    static Verb set(int evse, ObjectNode profile) {
        return Verb.of(
                station -> {
                    ObjectNode payload = Words.newPayload().put("connectorId", evse);
                    Profile read = read(profile, evse);
                    ProfileWriter16.unsaid(read).ifPresent(problem -> {
                        throw refused(problem);
                    });
                    payload.set("csChargingProfiles", ProfileWriter16.write(read));
                    return new Words(ProfileCommands.SET, payload);
                },
                station -> {
                    ObjectNode payload = Words.newPayload().put("evseId", evse);
                    payload.set("chargingProfile", profile);
                    return new Words(ProfileCommands.SET, payload);
                });
    }

    /** @throws Refused invalid, naming the field */
    static Profile read(ObjectNode profile, int evse) {
        return switch (ProfileReader.read(profile, evse)) {
            case Reading.Read read -> read.profile();
            case Reading.Unreadable unreadable -> throw refused(unreadable.problem());
        };
    }

    static Refused refused(Problem problem) {
        return Refused.invalid("profile." + problem.field(), problem.text());
    }

    /** K10; 1.6 §5.5: one. */
    static Verb clear(long number) {
        return Verb.of(
                station -> new Words(ProfileCommands.CLEAR, Words.newPayload().put("id", (int) number)),
                station -> new Words(ProfileCommands.CLEAR, Words.newPayload().put("chargingProfileId", (int) number)));
    }

    /**
     * All that match what is given.
     *
     * @param purpose as 2.x has it
     */
    static Verb clear(@Nullable Integer evse, @Nullable String purpose, @Nullable Integer stackLevel) {
        return Verb.of(
                station -> new Words(
                        ProfileCommands.CLEAR,
                        criteria(
                                "connectorId",
                                evse,
                                ProfileJson.STATION_MAX.equals(purpose) ? ProfileJson.POINT_MAX : purpose,
                                stackLevel)),
                station -> {
                    ObjectNode payload = Words.newPayload();
                    payload.set("chargingProfileCriteria", criteria("evseId", evse, purpose, stackLevel));
                    return new Words(ProfileCommands.CLEAR, payload);
                });
    }

    private static ObjectNode criteria(
            String place, @Nullable Integer evse, @Nullable String purpose, @Nullable Integer stackLevel) {
        ObjectNode criteria = Words.newPayload();
        if (evse != null) {
            criteria.put(place, evse);
        }
        if (purpose != null) {
            criteria.put("chargingProfilePurpose", purpose);
        }
        if (stackLevel != null) {
            criteria.put("stackLevel", stackLevel);
        }
        return criteria;
    }

    /** K09: all, or those at a place or of a purpose. Stations of 1.6 have no such action. */
    static Verb get(int request, @Nullable Integer evse, @Nullable String purpose) {
        ObjectNode payload = Words.newPayload().put("requestId", request);
        if (evse != null) {
            payload.put("evseId", evse);
        }
        payload.set("chargingProfile", criteria("evseId", null, purpose, null));
        return Verb.of(ProfileCommands.GET, payload);
    }

    /** K28. Stations before 2.1 have no such action. */
    static Verb update(long number, ObjectNode update) {
        ObjectNode payload = Words.newPayload().put("chargingProfileId", (int) number);
        payload.set("scheduleUpdate", update);
        return Verb.of(ProfileCommands.UPDATE, payload);
    }
}
