package org.ohmstead.smartcharging.needs;

import java.util.List;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.events.Outbox;
import org.ohmstead.notices.NoticeSettings;
import org.ohmstead.smartcharging.SmartWorld;
import org.ohmstead.smartcharging.ocpp2.NotifyEVChargingNeeds2;
import org.ohmstead.smartcharging.ocpp2.NotifyEVChargingSchedule2;
import org.ohmstead.stations.TestStations;

/** EVs that ask in a world. */
public final class NeedWorld {
    private final SmartWorld world;
    final SqlNeedStore store;
    final Offers offers;
    final OfferWatch watch;
    public final NotifyEVChargingNeeds2 asks;
    public final NotifyEVChargingSchedule2 plans;
    private final ChargingNeedResource resource;

    public NeedWorld(SmartWorld world, Outbox outbox) {
        this.world = world;
        TestStations stations = world.stations;
        store = new SqlNeedStore(stations.database, stations.commits, outbox);
        ChargingNeeds needs = new ChargingNeeds(store, world.facts, world.traits, world.verbs, stations.clock);
        offers = new Offers(store, world.facts, world.profiles, world.verbs, world.traits, stations.clock);
        watch = new OfferWatch(offers, store, stations.links, NoticeSettings.defaults(), stations.clock);
        asks = new NotifyEVChargingNeeds2(needs);
        plans = new NotifyEVChargingSchedule2(needs);
        resource = new ChargingNeedResource(needs, offers, stations.stations, CurrentActor.of(Actor.LOCAL));
    }

    /** What follows by itself. */
    public void offer() {
        offers.offerAll(world.cp7);
    }

    public List<ChargingNeedView> list() {
        return resource.list("CP-7", null, null).items();
    }

    public ChargingNeedView again(long id) {
        return resource.offer("CP-7", Long.toString(id));
    }
}
