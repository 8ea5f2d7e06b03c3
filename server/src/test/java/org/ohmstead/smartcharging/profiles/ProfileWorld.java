package org.ohmstead.smartcharging.profiles;

import java.util.List;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.events.Outbox;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.notices.NoticeSettings;
import org.ohmstead.smartcharging.SmartWorld;
import org.ohmstead.stations.TestStations;

/** What is kept of the profiles of a world. */
public final class ProfileWorld {
    private final SmartWorld world;
    final SqlProfileStore store;
    public final ProfileCommands commands;
    public final ProfileReports reports;
    public final ProfileEnds ends;
    PostponedProfiles postponed;

    public ProfileWorld(SmartWorld world, Outbox outbox) {
        this.world = world;
        TestStations stations = world.stations;
        store = new SqlProfileStore(stations.database, stations.commits, outbox);
        Standing standing = new Standing(store);
        reports = new ProfileReports(store, standing, stations.clock);
        commands = new ProfileCommands(store, standing, reports, stations.clock);
        ends = new ProfileEnds(store, standing, world.sessions, NoticeSettings.defaults(), stations.clock);
    }

    public ChargingProfiles profiles(Verbs verbs) {
        ChargingProfiles profiles = new ChargingProfiles(
                store,
                world.traits,
                new ProfileLimits(world.told, world.model),
                verbs,
                world.stations.audit,
                world.stations.clock);
        postponed = new PostponedProfiles(profiles, store, world.stations.links, world.stations.clock);
        return profiles;
    }

    public ChargingProfileListResource list() {
        return new ChargingProfileListResource(world.profiles, world.stations.stations, CurrentActor.of(Actor.LOCAL));
    }

    public ChargingProfileResource resource() {
        return new ChargingProfileResource(world.profiles, world.stations.stations, CurrentActor.of(Actor.LOCAL));
    }

    /** Something has happened to the station. */
    void happens(String kind, String payload) {
        ends.on(new StoredEvent(1, 1, kind, world.cp7.id(), SmartWorld.json(payload), world.now()));
    }

    /** The newest first: number, purpose, state. */
    public List<String> states() {
        return list().list("CP-7", null, null, null, null, null, null).items().stream()
                .map(one -> one.number() + " " + one.purpose() + " " + one.state())
                .toList();
    }
}
