package org.ohmstead.stations.securityprofiles;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.events.EventListener;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.StationRef;

/** Ends the connections that stand on a certificate that was revoked; at each node its own. */
@Singleton
public class RevokedLinks implements EventListener {
    private static final int POLICY = 1008;

    private final SecurityProfiles profiles;
    private final StationLinks links;

    @Inject
    public RevokedLinks(SecurityProfiles profiles, StationLinks links) {
        this.profiles = profiles;
        this.links = links;
    }

    @Override
    public String name() {
        return "revoked-links";
    }

    @Override
    public Kind kind() {
        return Kind.LOCAL;
    }

    @Override
    public void on(StoredEvent event) {
        Long id = event.station();
        if (id == null || !event.kind().equals("certificate.revoked")) {
            return;
        }
        String identity = event.payload().path("identity").asText();
        String serial = event.payload().path("serialNumber").asText();
        links.of(new StationRef(event.tenant(), id, identity))
                .filter(link -> profiles.standsOn(link.connection(), serial))
                .ifPresent(link -> link.close(POLICY, "its certificate was revoked"));
    }
}
