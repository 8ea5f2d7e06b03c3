package org.ohmstead.commands.bulk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** Which stations somebody means, of those that they see. */
@Singleton
public class BulkStations {
    static final int MOST = 20_000;
    /** Of identities in a refusal. */
    private static final int SHOWN = 10;

    private static final Limit PORTION = new Limit(Limit.LARGEST);

    private final Stations stations;

    @Inject
    public BulkStations(Stations stations) {
        this.stations = stations;
    }

    /** Each once, in their order. @throws Refused invalid where there is none, one is unknown, or there are too many */
    List<StationRef> of(CurrentActor actor, BulkCommandBody body) {
        body.checkChoice();
        List<String> named = body.stations();
        if (named != null) {
            return named(actor.scope(), named);
        }
        BulkCommandBody.Filter filter = body.filter();
        Long group = body.stationGroup();
        return filter == null
                ? found(actor.scope(String.valueOf(group)), null, null, "stationGroup")
                : found(actor.scope(), filter.q(), filter.connected(), "filter");
    }

    /**
     * The same by exactly one of these two.
     *
     * @param named identities
     * @param group number of a group
     * @throws Refused as above
     */
    public List<StationRef> of(CurrentActor actor, @Nullable List<String> named, @Nullable Long group) {
        if ((named == null) == (group == null)) {
            throw Refused.invalid(
                    "stations", "Give stations, a list of identities, or stationGroup, the number of a group.");
        }
        return named == null
                ? found(actor.scope(String.valueOf(group)), null, null, "stationGroup")
                : named(actor.scope(), named);
    }

    private List<StationRef> named(Scope scope, List<String> identities) {
        if (identities.isEmpty() || identities.size() > MOST) {
            throw Refused.invalid(
                    "stations", "stations has " + identities.size() + " identities; allowed are 1 to " + MOST + ".");
        }
        Map<Long, StationRef> found = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String identity : identities) {
            stations.find(scope, identity)
                    .map(Station::ref)
                    .ifPresentOrElse(ref -> found.put(ref.id(), ref), () -> unknown.add(identity));
        }
        if (!unknown.isEmpty()) {
            String first = String.join(", ", unknown.subList(0, Math.min(SHOWN, unknown.size())));
            throw Refused.invalid(
                    "stations",
                    "There is no station " + first
                            + (unknown.size() > SHOWN ? " and " + (unknown.size() - SHOWN) + " more" : "")
                            + ". GET /api/v1/stations lists those that there are.");
        }
        return List.copyOf(found.values());
    }

    private List<StationRef> found(Scope scope, @Nullable String search, @Nullable Boolean connected, String field) {
        List<StationRef> found = new ArrayList<>();
        String next = null;
        do {
            Page<Station> page = stations.page(scope, search, connected, PORTION, Cursor.of(next));
            page.items().forEach(station -> found.add(station.ref()));
            next = page.next();
        } while (next != null && found.size() <= MOST);
        if (found.isEmpty() || found.size() > MOST) {
            throw Refused.invalid(
                    field,
                    field + " means " + (found.isEmpty() ? "no station" : "more than " + MOST + " stations")
                            + "; allowed are 1 to " + MOST + ". GET /api/v1/stations shows which.");
        }
        return found;
    }
}
