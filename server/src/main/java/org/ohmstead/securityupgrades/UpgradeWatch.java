package org.ohmstead.securityupgrades;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.access.Actor;
import org.ohmstead.events.EventListener;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.networkprofiles.NetworkSwitch;
import org.ohmstead.stations.StationRef;

/** Hears that a station has come back with the network profile that it had before. */
@Singleton
public class UpgradeWatch implements EventListener {
    private static final String NAME = "security-upgrades";

    private final SecurityUpgrades upgrades;

    @Inject
    public UpgradeWatch(SecurityUpgrades upgrades) {
        this.upgrades = upgrades;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Kind kind() {
        return Kind.DURABLE;
    }

    @Override
    public void on(StoredEvent event) {
        Long id = event.station();
        boolean back = event.kind().equals("network-profile.switched")
                && event.payload().path("state").asText().equals(NetworkSwitch.State.FELL_BACK.word());
        if (id != null && back) {
            StationRef station = new StationRef(
                    event.tenant(), id, event.payload().path("identity").asText());
            upgrades.fellBack(
                    Actor.server(event.tenant(), NAME),
                    station,
                    event.payload().path("slot").asInt(),
                    event.payload().path("reason").asText(""));
        }
    }
}
