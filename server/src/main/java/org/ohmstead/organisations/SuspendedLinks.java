package org.ohmstead.organisations;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.ohmstead.background.OneByOne;
import org.ohmstead.background.PassesByItself;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.tenants.Tenants;

/** Ends the links of the stations of a tenant that is served no more; at each node its own. Streams notice it by themselves. */
@Singleton
public class SuspendedLinks {
    private static final int POLICY = 1008;
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

    private final Tenants tenants;
    private final StationLinks links;
    private volatile boolean ended;

    @Inject
    public SuspendedLinks(Tenants tenants, StationLinks links) {
        this.tenants = tenants;
        this.links = links;
    }

    /** From now on. On a thread of its own: whoever tells of the change has others to tell, and the database may be asked here. */
    public void watch() {
        tenants.onChange(
                tenant -> Thread.ofVirtual().name("suspended-links-" + tenant).start(() -> changed(tenant)));
    }

    /** Asks for no tenant any more, because the server stops. */
    public void end() {
        ended = true;
    }

    private void changed(long tenant) {
        while (!ended) {
            try {
                OneByOne.attempt(() -> "tenant=" + tenant + " closing links", () -> closeUnlessServed(tenant));
                return;
            } catch (PassesByItself databaseAway) {
                try {
                    Thread.sleep(BEFORE_NEXT_TRY);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private void closeUnlessServed(long tenant) {
        if (!tenants.isServed(tenant)) {
            links.all().stream()
                    .filter(link -> link.station().tenant() == tenant)
                    .forEach(link -> link.close(POLICY, "The organisation is suspended"));
        }
    }
}
