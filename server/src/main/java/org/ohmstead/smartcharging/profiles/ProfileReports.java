package org.ohmstead.smartcharging.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.notices.CanonicalJson;
import org.ohmstead.smartcharging.schedule.StackRules;
import org.ohmstead.smartcharging.schedule.json.Words;
import org.ohmstead.stations.StationRef;

/** What stations tell of the profiles that they have (K09). */
@Singleton
public class ProfileReports {
    private static final String OURS = "CSO";

    private final SqlProfileStore store;
    private final Standing standing;
    private final Clock clock;
    /** Stations that were asked for profiles and are telling them; one that a restart ends leaves old ones standing. */
    private final ConcurrentMap<Long, Asked> asked = new ConcurrentHashMap<>();

    private record Asked(int request, ProfileFilter which, Instant since) {}

    @Inject
    public ProfileReports(SqlProfileStore store, Standing standing, Clock clock) {
        this.store = store;
        this.standing = standing;
        this.clock = clock;
    }

    /** Before the first page can come. Where it was asked for what is not kept so, nothing is taken for gone. */
    void asked(StationRef station, JsonNode payload) {
        ProfileFilter which = which(payload);
        if (which == null) {
            asked.remove(station.id());
        } else {
            asked.put(station.id(), new Asked(payload.path("requestId").asInt(), which, now()));
        }
    }

    /** It has none of those that it was asked for. */
    void none(Tx tx, StationRef station, JsonNode payload, Instant now) {
        ProfileFilter which = which(payload);
        if (which != null) {
            standing.missing(tx, station, which, now, now);
        }
    }

    private static @Nullable ProfileFilter which(JsonNode payload) {
        JsonNode criteria = payload.path("chargingProfile");
        if (criteria.has("chargingProfileId") || criteria.has("chargingLimitSource")) {
            return null;
        }
        JsonNode purpose = criteria.path("chargingProfilePurpose");
        return new ProfileFilter(
                null,
                payload.path("evseId").isNumber() ? payload.path("evseId").asInt() : null,
                purpose.isTextual() ? List.of(purpose.asText()) : null,
                criteria.path("stackLevel").isNumber()
                        ? criteria.path("stackLevel").asInt()
                        : null,
                null,
                ProfileState.STANDING);
    }

    /**
     * A page of them.
     *
     * @param source whose they are, in the station's word
     * @param last   whether no other page follows
     */
    public void reported(
            StationRef station, int request, int evse, String source, List<ObjectNode> profiles, boolean last) {
        Asked told = asked.get(station.id());
        Instant now = now();
        store.write(station, tx -> {
            for (ObjectNode profile : profiles) {
                reported(tx, station, evse, source, profile, now);
            }
            if (last && told != null && told.request() == request) {
                standing.missing(tx, station, told.which(), told.since(), now);
            }
            return true;
        });
        if (last && told != null && told.request() == request) {
            asked.remove(station.id(), told);
        }
    }

    private void reported(Tx tx, StationRef station, int evse, String source, ObjectNode profile, Instant now) {
        long number = profile.path("id").asLong();
        List<StoredProfile> known = store.of(tx, station, ProfileFilter.ofNumber(number, ProfileState.STANDING));
        StoredProfile same = known.stream()
                .filter(each -> each.evse() == evse && saysTheSame(each.profile(), profile))
                .findFirst()
                .orElse(null);
        if (same != null && same.state() == ProfileState.ACCEPTED) {
            store.seen(tx, station, same.id(), now);
            return;
        }
        String whose = source.equals(OURS) ? StoredProfile.CSMS : source;
        StoredProfile.Times times = new StoredProfile.Times(
                same == null ? now : same.times().createdAt(), now, now, Standing.validTo(profile));
        StoredProfile told = new StoredProfile(
                same == null ? 0 : same.id(),
                number,
                evse,
                profile,
                whose,
                ProfileState.ACCEPTED,
                same == null ? null : same.said(),
                same == null ? null : same.command(),
                same == null ? null : same.actor(),
                times);
        if (same == null) {
            standing.replace(tx, station, told, StackRules.OCPP_2, now);
            store.insert(tx, station, told);
        } else {
            store.update(tx, station, told);
        }
    }

    /** What the station adds by itself, such as when a dynamic one was last updated, does not make it another one. */
    private static boolean saysTheSame(ObjectNode one, ObjectNode other) {
        return CanonicalJson.of(Words.comparable(one)).equals(CanonicalJson.of(Words.comparable(other)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
