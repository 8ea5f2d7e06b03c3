package org.ohmstead.pricing.sessions;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ohmstead.access.Actor;
import org.ohmstead.background.OneByOne;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.devicemodel.Address;
import org.ohmstead.devicemodel.DeviceModel;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;
import org.ohmstead.tariffs.session.SessionTariffs;

/** Sends CostUpdated to stations that may show it. */
@Singleton
public class CostTelling implements CostTeller {
    private static final String ACTION = "CostUpdated";
    private static final String RULE = "running-costs";

    private final SessionTariffs tariffs;
    private final Stations stations;
    private final DeviceModel model;
    /** Sessions whose station is being told. */
    private final Set<Long> underway = ConcurrentHashMap.newKeySet();

    @Inject
    public CostTelling(SessionTariffs tariffs, Stations stations, DeviceModel model) {
        this.tariffs = tariffs;
        this.stations = stations;
        this.model = model;
    }

    @Override
    public void tell(ChargingSession session, BigDecimal amount) {
        StationRef station = session.origin().station();
        if (lacksIt(station) || !underway.add(session.id())) {
            return;
        }
        Thread.ofVirtual().name("cost-" + session.id()).start(() -> {
            try {
                OneByOne.attemptOrLeave(
                        "tenant=" + station.tenant() + " station=" + station.identity() + " session=" + session.id()
                                + " telling its cost",
                        () -> tariffs.tellCost(
                                Actor.server(station.tenant(), RULE), session, amount, SendOptions.USUAL));
            } finally {
                underway.remove(session.id());
            }
        });
    }

    /** One that has refused it once has it not, until its firmware changes. */
    private boolean lacksIt(StationRef station) {
        return stations.get(station)
                .map(known -> known.unsupportedActions().contains(ACTION))
                .orElse(true);
    }

    @Override
    public boolean mayShow(StationRef station) {
        return !isOff(station, "Available") && !isOff(station, "Enabled");
    }

    private boolean isOff(StationRef station, String variable) {
        return model.isOff(station, new Address("TariffCostCtrlr", "", 0, 0, variable, "Cost", Address.ACTUAL));
    }
}
