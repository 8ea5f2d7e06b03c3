package org.ohmstead.remote.resets;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.EventListener;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.remote.RemoteSettings;
import org.ohmstead.stations.StationRef;

/** Joins the boot that follows a reset to it. */
@Singleton
public class ResetWatch implements EventListener {
    /** Only a message that we have asked for; the station runs on (B05, F06). */
    private static final String NO_BOOT = "Triggered";

    private final SqlStationResetStore store;

    @Inject
    public ResetWatch(SqlStationResetStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "station-resets";
    }

    @Override
    public Kind kind() {
        return Kind.DURABLE;
    }

    @Override
    public void on(StoredEvent event) {
        Long id = event.station();
        if (id == null || !event.kind().equals("station.booted")) {
            return;
        }
        JsonNode payload = event.payload();
        String reason =
                payload.path("reason").isTextual() ? payload.path("reason").asText() : null;
        if (!NO_BOOT.equals(reason)) {
            StationRef station =
                    new StationRef(event.tenant(), id, payload.path("identity").asText());
            booted(station, Instant.parse(payload.path("at").asText()), reason);
        }
    }

    /** The newest that it may be of; those before it are over with it, too. */
    private void booted(StationRef station, Instant at, @Nullable String reason) {
        store.of(station, at.minus(RemoteSettings.LONGEST_BOOT_WAIT)).stream()
                .filter(reset -> mayBeOf(reset, at))
                .forEach(reset -> store.change(
                        station, reset.id(), known -> mayBeOf(known, at) ? known.rebooted(at, reason) : known));
    }

    private static boolean mayBeOf(StationReset reset, Instant boot) {
        return reset.mayBoot() && !boot.isBefore(reset.times().requested());
    }
}
