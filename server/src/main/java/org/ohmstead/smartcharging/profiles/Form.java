package org.ohmstead.smartcharging.profiles;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.smartcharging.schedule.Purpose;
import org.ohmstead.smartcharging.schedule.RateUnit;
import org.ohmstead.smartcharging.schedule.json.ProfileJson;
import org.ohmstead.smartcharging.schedule.json.Words;
import org.ohmstead.smartcharging.traits.Traits;

/**
 * A form in which a profile may be sent, with what makes it differ from the one that was asked for.
 *
 * @param profile ChargingProfile of 2.x
 * @param change  null: as it was asked for, or as the station is known to need it
 */
public record Form(int evse, ObjectNode profile, @Nullable Fallback change) {
    /** So many forms of one profile are tried, so that a station that refuses all is left in peace. */
    static final int MOST = 8;

    /** Levels that stations are known to take when they take one only. */
    private static final List<Integer> LEVELS = List.of(0, 1);

    /** The forms in the order in which they are tried; the first is always there. */
    static List<Form> of(int evse, ObjectNode asked, Traits traits, Set<Fallback> allowed, Instant now) {
        Set<Form> forms = new LinkedHashSet<>();
        for (Form purpose : purposes(evse, asked, allowed, now)) {
            Form first = known(purpose, traits);
            forms.add(first);
            if (allowed.contains(Fallback.STACK_LEVEL)) {
                LEVELS.forEach(level -> forms.add(first.level(level)));
            }
            if (allowed.contains(Fallback.UNIT)) {
                first.unit()
                        .ifPresent(unit ->
                                forms.add(first.in(unit == RateUnit.WATT ? RateUnit.AMPERE : RateUnit.WATT, traits)));
            }
            if (allowed.contains(Fallback.WHOLE_NUMBERS)) {
                forms.add(first.whole());
            }
            if (allowed.contains(Fallback.SIX_AMPERES)) {
                forms.add(new Form(
                        first.evse,
                        ProfileJson.atLeastSixAmperes(first.profile, traits.supply()),
                        Fallback.SIX_AMPERES));
            }
        }
        // the same profile is not tried twice
        Set<ObjectNode> seen = new LinkedHashSet<>();
        return forms.stream()
                .filter(form -> seen.add(form.profile()))
                .limit(MOST)
                .toList();
    }

    private static List<Form> purposes(int evse, ObjectNode asked, Set<Fallback> allowed, Instant now) {
        List<Form> forms = new ArrayList<>();
        forms.add(new Form(evse, asked, null));
        Optional<Purpose> purpose =
                Words.purpose(asked.path("chargingProfilePurpose").asText());
        boolean ofTransaction = purpose.equals(Optional.of(Purpose.TX));
        if (ofTransaction && allowed.contains(Fallback.PURPOSE)) {
            ObjectNode other = asked.deepCopy().put("chargingProfilePurpose", Words.of(Purpose.TX_DEFAULT));
            other.remove("transactionId");
            forms.add(new Form(evse, other, Fallback.PURPOSE));
        }
        if ((ofTransaction || purpose.equals(Optional.of(Purpose.TX_DEFAULT)))
                && allowed.contains(Fallback.STATION_MAXIMUM)) {
            forms.add(new Form(0, maximum(asked, now), Fallback.STATION_MAXIMUM));
        }
        return forms;
    }

    /** A maximum cannot be relative (field note 118): it begins now instead. */
    private static ObjectNode maximum(ObjectNode asked, Instant now) {
        ObjectNode other = asked.deepCopy().put("chargingProfilePurpose", Words.STATION_MAX);
        other.remove("transactionId");
        if ("Relative".equals(other.path("chargingProfileKind").asText())) {
            other.put("chargingProfileKind", "Absolute");
            other.path("chargingSchedule").forEach(each -> {
                if (each instanceof ObjectNode schedule) {
                    schedule.put("startSchedule", now.toString());
                }
            });
        }
        return other;
    }

    /** As the station is known to need it. */
    private static Form known(Form form, Traits traits) {
        Form known = form;
        if (traits.unit() != null) {
            known = new Form(form.evse, ProfileJson.in(traits.unit(), form.profile, traits.supply()), form.change);
        }
        if (traits.whole()) {
            known = new Form(known.evse, ProfileJson.whole(known.profile), known.change);
        }
        if (traits.stackLevel() != null) {
            known = new Form(known.evse, known.profile.deepCopy().put("stackLevel", traits.stackLevel()), known.change);
        }
        return known;
    }

    private Form level(int level) {
        return new Form(evse, profile.deepCopy().put("stackLevel", level), Fallback.STACK_LEVEL);
    }

    private Form in(RateUnit unit, Traits traits) {
        return new Form(evse, ProfileJson.in(unit, profile, traits.supply()), Fallback.UNIT);
    }

    private Form whole() {
        return new Form(evse, ProfileJson.whole(profile), Fallback.WHOLE_NUMBERS);
    }

    Optional<RateUnit> unit() {
        return Words.unit(profile.path("chargingSchedule")
                .path(0)
                .path("chargingRateUnit")
                .asText());
    }

    /** What its acceptance teaches of the station. */
    Traits teach(Traits before) {
        if (change == null) {
            return before;
        }
        return switch (change) {
            case UNIT -> before.taught(unit().orElse(null), false, null);
            case WHOLE_NUMBERS -> before.taught(null, true, null);
            case STACK_LEVEL ->
                before.taught(null, false, profile.path("stackLevel").asInt());
            case PURPOSE, LATER, STATION_MAXIMUM, SIX_AMPERES -> before;
        };
    }
}
