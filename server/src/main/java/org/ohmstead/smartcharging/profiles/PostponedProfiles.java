package org.ohmstead.smartcharging.profiles;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.background.OneAtATime;
import org.ohmstead.commands.CommandResult.How;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.events.EventListener;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.StationRef;

/**
 * Sends profiles again that a station has refused, when the state at their EVSE changes (field note 125). Of each node: the one
 * that the station is connected to sends them.
 */
@Singleton
public class PostponedProfiles implements EventListener {
    private static final Logger LOG = System.getLogger(PostponedProfiles.class.getName());
    private static final String NAME = "postponed-charging-profiles";

    /** A station that refuses a profile so often again will not take it. */
    private static final int MOST_TIMES = 5;

    private record Place(long station, int evse) {}

    private final ChargingProfiles profiles;
    private final SqlProfileStore store;
    private final StationLinks links;
    private final Clock clock;
    private final OneAtATime running = new OneAtATime(NAME);
    /** Stations that may have any. Nobody asks the database for the others at each of their events. */
    private final Set<Long> waiting = ConcurrentHashMap.newKeySet();

    @Inject
    public PostponedProfiles(ChargingProfiles profiles, SqlProfileStore store, StationLinks links, Clock clock) {
        this.profiles = profiles;
        this.store = store;
        this.links = links;
        this.clock = clock;
        links.watch(station -> waiting.add(station.id()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Kind kind() {
        return Kind.LOCAL;
    }

    @Override
    public void on(StoredEvent event) {
        Long id = event.station();
        if (id == null) {
            return;
        }
        switch (event.kind()) {
            case "charging-profile.postponed" -> waiting.add(id);
            case "connector.changed" ->
                changed(
                        new StationRef(
                                event.tenant(),
                                id,
                                event.payload().path("identity").asText()),
                        event.payload().path("evse").asInt(0));
            case "session.started", "session.updated" -> {
                var session = event.payload().path("session");
                changed(
                        new StationRef(
                                event.tenant(), id, session.path("station").asText()),
                        session.path("evse").asInt(0));
            }
            default -> {
                // of no interest here
            }
        }
    }

    private void changed(StationRef station, int evse) {
        if (!waiting.contains(station.id()) || !links.isConnected(station)) {
            return;
        }
        waiting.remove(station.id());
        List<StoredProfile> all = postponed(station);
        if (all.isEmpty()) {
            return;
        }
        waiting.add(station.id());
        if (all.stream().anyMatch(profile -> profile.evse() == evse)) {
            running.start(
                    new Place(station.id(), evse),
                    "tenant=" + station.tenant() + " station=" + station.identity() + " sending profiles again",
                    () -> again(station, evse));
        }
    }

    private List<StoredProfile> postponed(StationRef station) {
        return store.before(station, ProfileFilter.of(EnumSet.of(ProfileState.POSTPONED)), SqlProfileStore.MOST, null);
    }

    /** Blocks until the station has said something to each. */
    void again(StationRef station, int evse) {
        for (StoredProfile profile : postponed(station)) {
            Long command = profile.command();
            if (profile.evse() == evse && command != null) {
                // whoever turns it sends it
                if (profiles.turn(station, command, ProfileState.POSTPONED, ProfileState.REJECTED)) {
                    again(station, profile, command);
                }
            }
        }
    }

    private void again(StationRef station, StoredProfile profile, long command) {
        Instant until = profile.times().validTo();
        if (until != null && !until.isAfter(clock.instant())) {
            return;
        }
        Actor by = Actor.server(station.tenant(), NAME);
        long times = store
                .before(station, ProfileFilter.ofNumber(profile.number(), Set.of()), SqlProfileStore.MOST, null)
                .stream()
                .takeWhile(each -> !each.state().stands())
                .filter(each -> by.word().equals(each.actor()))
                .count();
        Set<Fallback> then = times + 1 < MOST_TIMES ? EnumSet.of(Fallback.LATER) : EnumSet.noneOf(Fallback.class);
        try {
            ChargingProfiles.Outcome outcome = profiles.set(
                    by,
                    station.identity(),
                    new ChargingProfiles.Wanted(profile.evse(), profile.profile(), then),
                    SendOptions.USUAL);
            How how = outcome.result().how();
            if (how == How.NOT_CONNECTED || how == How.BUSY) {
                profiles.turn(station, command, ProfileState.REJECTED, ProfileState.POSTPONED);
            }
        } catch (Refused refusal) {
            LOG.log(
                    Level.INFO,
                    "tenant={0} station={1} profile {2} is not sent again: {3}",
                    station.tenant(),
                    station.identity(),
                    profile.number(),
                    refusal.detail());
        }
    }
}
