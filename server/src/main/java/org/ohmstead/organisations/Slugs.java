package org.ohmstead.organisations;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.regex.Pattern;
import org.ohmstead.api.Refused;
import org.ohmstead.stations.Stations;
import org.ohmstead.tenants.Tenant;

/** What may be a tenant's name in the URLs of its stations, {@code /ocpp/{slug}/{identity}}. */
@Singleton
public class Slugs {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])");

    /** With which the paths of stations begin, so that a tenant of that name could not be told from it. */
    private static final Set<String> OF_PATHS = Set.of("ocpp", "ws", "steve", "websocket", "centralsystemservice");

    private final Stations stations;

    @Inject
    public Slugs(Stations stations) {
        this.stations = stations;
    }

    /** @throws Refused invalid; in conflict: a station's URL would lead elsewhere */
    void check(String slug) {
        if (!SLUG.matcher(slug).matches()) {
            throw Refused.invalid(
                    "slug",
                    "slug is '" + slug
                            + "'; allowed are 2 to 40 of a-z, 0-9 and -, with a letter or a digit at both ends.");
        }
        if (OF_PATHS.contains(slug)) {
            throw Refused.invalid(
                    "slug",
                    "slug is '" + slug + "', with which paths of stations begin, as in /" + slug
                            + "/{identity}. Choose another.");
        }
        if (stations.find(Tenant.DEFAULT.scope(), slug).isPresent()) {
            throw Refused.conflict(
                    "slug",
                    "slug is '" + slug
                            + "', and there is a station of that identity, whose URL may say it twice: /ocpp/" + slug
                            + "/" + slug + ". Choose another.");
        }
    }
}
