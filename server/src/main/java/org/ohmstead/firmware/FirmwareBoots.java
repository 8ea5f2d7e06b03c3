package org.ohmstead.firmware;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.EventListener;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.stations.StationRef;

/**
 * Sees that a station has come back with another firmware. It usually boots before it reports Installed, and some never do
 * (behaviour 9.1): a new version says as much.
 */
@Singleton
public class FirmwareBoots implements EventListener {
    private final SqlFirmwareUpdateStore store;
    private final FirmwareProgress progress;

    @Inject
    public FirmwareBoots(SqlFirmwareUpdateStore store, FirmwareProgress progress) {
        this.store = store;
        this.progress = progress;
    }

    @Override
    public String name() {
        return "firmware-updates";
    }

    @Override
    public Kind kind() {
        return Kind.DURABLE;
    }

    @Override
    public void on(StoredEvent event) {
        Long id = event.station();
        if (!event.kind().equals("station.booted") || id == null) {
            return;
        }
        StationRef station = new StationRef(
                event.tenant(), id, event.payload().path("identity").asText());
        String version = event.payload().path("firmwareVersion").asText("");
        boolean changed = event.payload().path("firmwareChanged").asBoolean();
        if (changed && !version.isEmpty()) {
            booted(station, version, event);
        }
    }

    private void booted(StationRef station, String version, StoredEvent event) {
        store.write(station, tx -> {
            SqlFirmwareUpdateStore.newest(tx, station, progress.actions())
                    .filter(before -> takes(before, version))
                    .ifPresent(before -> {
                        FirmwareUpdate.Progress booted = before.progress().booted(version, event.createdAt());
                        progress.change(
                                tx,
                                before,
                                before.with(
                                        before.state().isEnd()
                                                ? booted
                                                : booted.to(UpdateState.INSTALLED, null, event.createdAt())));
                    });
            return null;
        });
    }

    private static boolean takes(FirmwareUpdate update, @Nullable String version) {
        boolean open =
                !update.state().isEnd() && update.state() != UpdateState.REQUESTED; // a boot from before it was told
        boolean justInstalled =
                update.state() == UpdateState.INSTALLED && update.progress().after() == null;
        return (open || justInstalled)
                && !String.valueOf(version).equals(update.progress().before());
    }
}
