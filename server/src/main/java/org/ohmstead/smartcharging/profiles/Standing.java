package org.ohmstead.smartcharging.profiles;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.smartcharging.schedule.Profile;
import org.ohmstead.smartcharging.schedule.Purpose;
import org.ohmstead.smartcharging.schedule.StackRules;
import org.ohmstead.smartcharging.schedule.json.ProfileReader;
import org.ohmstead.smartcharging.schedule.json.Words;
import org.ohmstead.smartcharging.schedule.rules.ProfileSet;
import org.ohmstead.stations.StationRef;

/** Which profiles of a station stand, and what makes them go; within units of work of others. */
@Singleton
public class Standing {
    /** What nobody here clears, because it was never set from here (K10.FR.06). */
    private static final Set<String> FROM_OUTSIDE =
            Set.of(Words.of(Purpose.EXTERNAL_CONSTRAINTS), Words.of(Purpose.LOCAL_GENERATION));

    private final SqlProfileStore store;

    @Inject
    public Standing(SqlProfileStore store) {
        this.store = store;
    }

    static StoredProfile with(StoredProfile profile, ProfileState state, @Nullable String said, Instant at) {
        StoredProfile.Times times = profile.times();
        return new StoredProfile(
                profile.id(),
                profile.number(),
                profile.evse(),
                profile.profile(),
                profile.source(),
                state,
                said,
                profile.command(),
                profile.actor(),
                new StoredProfile.Times(times.createdAt(), at, times.reportedAt(), times.validTo()));
    }

    static StoredProfile with(StoredProfile profile, ObjectNode other) {
        return at(profile, profile.evse(), other);
    }

    static StoredProfile at(StoredProfile profile, int evse, ObjectNode other) {
        return new StoredProfile(
                profile.id(),
                profile.number(),
                evse,
                other,
                profile.source(),
                profile.state(),
                profile.said(),
                profile.command(),
                profile.actor(),
                profile.times());
    }

    static boolean isFromOutside(StoredProfile profile) {
        return FROM_OUTSIDE.contains(profile.purpose());
    }

    static @Nullable Instant validTo(ObjectNode profile) {
        return ProfileReader.read(profile, 0)
                .found()
                .map(read -> read.timing().to())
                .orElse(null);
    }

    /** Another one is there now: those whose place it takes are replaced (behaviour 7.2). */
    void replace(Tx tx, StationRef station, StoredProfile by, StackRules rules, Instant at) {
        List<StoredProfile> standing = store.of(tx, station, ProfileFilter.of(ProfileState.OPEN)).stream()
                .filter(each -> each.id() != by.id())
                .toList();
        Optional<Profile> incoming = by.read();
        Set<Integer> replaced =
                incoming.map(one -> ProfileSet.of(read(standing), rules).replacedBy(one)).orElse(List.of()).stream()
                        .map(Profile::id)
                        .collect(Collectors.toSet());
        for (StoredProfile each : standing) {
            if (each.number() == by.number() || replaced.contains((int) each.number()) || isInPlaceOf(each, by)) {
                store.update(tx, station, with(each, ProfileState.REPLACED, each.said(), at));
            }
        }
    }

    /** What was to be sent again is not, once something else has its place. */
    private static boolean isInPlaceOf(StoredProfile one, StoredProfile by) {
        return one.state() == ProfileState.POSTPONED
                && one.evse() == by.evse()
                && one.purpose().equals(by.purpose())
                && one.stackLevel() == by.stackLevel()
                && Objects.equals(one.transaction(), by.transaction());
    }

    static List<Profile> read(List<StoredProfile> profiles) {
        return profiles.stream().flatMap(each -> each.read().stream()).toList();
    }

    /** Those that stand and match have gone. */
    void gone(Tx tx, StationRef station, ProfileFilter which, ProfileState how, Instant at) {
        for (StoredProfile each : store.of(tx, station, which)) {
            if (!isFromOutside(each)) {
                store.update(tx, station, with(each, how, each.said(), at));
            }
        }
    }

    /** Those that a station did not tell of, when it told of all that it has. */
    void missing(Tx tx, StationRef station, ProfileFilter which, Instant toldSince, Instant at) {
        for (StoredProfile each : store.of(tx, station, which)) {
            Instant reported = each.times().reportedAt();
            boolean told = reported != null && !reported.isBefore(toldSince);
            if (!told && each.times().changedAt().isBefore(toldSince)) {
                store.update(tx, station, with(each, ProfileState.CLEARED, each.said(), at));
            }
        }
    }
}
