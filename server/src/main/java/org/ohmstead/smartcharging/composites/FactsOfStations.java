package org.ohmstead.smartcharging.composites;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.lists.SessionLists;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.smartcharging.limits.ExternalLimits;
import org.ohmstead.smartcharging.priority.PriorityCharging;
import org.ohmstead.smartcharging.profiles.ChargingProfiles;
import org.ohmstead.smartcharging.profiles.StoredProfile;
import org.ohmstead.smartcharging.schedule.EvseFacts;
import org.ohmstead.smartcharging.schedule.Profile;
import org.ohmstead.smartcharging.schedule.StackRules;
import org.ohmstead.smartcharging.schedule.StationFacts;
import org.ohmstead.smartcharging.schedule.Supply;
import org.ohmstead.smartcharging.traits.StationTraits;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.availability.ConnectorState;
import org.ohmstead.stations.availability.ConnectorStates;

/** Gathers what is known of a station, for whoever computes. */
@Singleton
public class FactsOfStations {
    private final ChargingProfiles profiles;
    private final ExternalLimits limits;
    private final Circumstances circumstances;

    @Inject
    public FactsOfStations(ChargingProfiles profiles, ExternalLimits limits, Circumstances circumstances) {
        this.profiles = profiles;
        this.limits = limits;
        this.circumstances = circumstances;
    }

    /** What goes on at stations. */
    @Singleton
    public static class Circumstances {
        private final ConnectorStates connectors;
        private final SessionLists sessions;
        private final StationTraits traits;
        private final PriorityCharging priority;
        private final StationLinks links;

        @Inject
        public Circumstances(
                ConnectorStates connectors,
                SessionLists sessions,
                StationTraits traits,
                PriorityCharging priority,
                StationLinks links) {
            this.connectors = connectors;
            this.sessions = sessions;
            this.traits = traits;
            this.priority = priority;
            this.links = links;
        }
    }

    /** Everything that may limit a station: its profiles, and limits from outside. */
    public List<Profile> profiles(StationRef station) {
        List<Profile> all = new ArrayList<>();
        profiles.standing(station).stream()
                .map(StoredProfile::read)
                .flatMap(Optional::stream)
                .forEach(all::add);
        all.addAll(limits.profiles(station));
        return all;
    }

    /** The transaction that runs at an EVSE; empty: none that is known. */
    public Optional<String> transaction(StationRef station, int evse) {
        return circumstances.sessions.open(station).stream()
                .filter(session -> isAt(session, evse))
                .map(ChargingSession::transactionId)
                .findFirst();
    }

    private static boolean isAt(ChargingSession session, int evse) {
        Integer at = session.place().evse();
        return at != null && at == evse;
    }

    /** Of a station; its EVSEs are those that it has reported, that charge, or that have a profile. */
    public StationFacts of(Addressee addressee, List<Profile> known) {
        Station station = addressee.station();
        StationRef ref = station.ref();
        Supply supply = circumstances.traits.of(ref).supply();
        List<ChargingSession> open = circumstances.sessions.open(ref);
        Set<String> priority = circumstances.priority.active(ref);
        Set<Integer> evses = new TreeSet<>();
        circumstances.connectors.of(ref).stream().map(ConnectorState::evse).forEach(evses::add);
        open.forEach(
                session -> evses.add(Objects.requireNonNullElse(session.place().evse(), 0)));
        known.stream().map(Profile::evse).forEach(evses::add);
        evses.remove(0);
        if (evses.isEmpty()) {
            evses.add(1);
        }
        return new StationFacts(
                addressee.version().isV2() ? StackRules.OCPP_2 : StackRules.OCPP_16,
                supply,
                station.zone(),
                circumstances.links.isConnected(ref) ? null : station.times().lastSeenAt(),
                evses.stream()
                        .map(evse -> new EvseFacts(evse, supply, charging(evse, open, priority), null))
                        .toList());
    }

    private static EvseFacts.@Nullable Charging charging(int evse, List<ChargingSession> open, Set<String> priority) {
        return open.stream()
                .filter(session -> isAt(session, evse))
                .findFirst()
                .map(session -> new EvseFacts.Charging(
                        session.transactionId(),
                        session.times().startedAt(),
                        priority.contains(session.transactionId()),
                        session.meter().socPercent(),
                        null))
                .orElse(null);
    }
}
