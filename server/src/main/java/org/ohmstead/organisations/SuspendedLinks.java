package org.ohmstead.organisations;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.messagelog.MessageLog;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.tenants.Tenants;

/** Ends what stands open for a tenant that is served no more: its stations' links and its live tails; at each node its own. */
@Singleton
public class SuspendedLinks {
    private static final int POLICY = 1008;

    private final Tenants tenants;
    private final StationLinks links;
    private final MessageLog log;

    @Inject
    public SuspendedLinks(Tenants tenants, StationLinks links, MessageLog log) {
        this.tenants = tenants;
        this.links = links;
        this.log = log;
    }

    /** From now on. */
    public void watch() {
        tenants.onChange(this::changed);
    }

    private void changed(long tenant) {
        if (!tenants.isServed(tenant)) {
            links.all().stream()
                    .filter(link -> link.station().tenant() == tenant)
                    .forEach(link -> link.close(POLICY, "The organisation is suspended"));
            log.endTails(tenant);
        }
    }
}
