package org.ohmstead.stations.lists;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.StationRef;

/** Stations as a list, and how those on a page are. */
@Singleton
public class StationLists {
    /** More than this no map shows. */
    private static final int MOST_PLACES = 20_000;

    private static final int CHUNK = 500;

    private final SqlStationPages pages;
    private final SqlStationSummaries summaries;
    private final StationLinks links;
    private final Clock clock;

    @Inject
    public StationLists(SqlStationPages pages, SqlStationSummaries summaries, StationLinks links, Clock clock) {
        this.pages = pages;
        this.summaries = summaries;
        this.links = links;
        this.clock = clock;
    }

    /** @throws Refused invalid naming the parameter that is not allowed */
    public Page<Station> page(Scope scope, StationQuery query, Limit limit, @Nullable Cursor cursor) {
        StationFilter filter = query.filter();
        StationSort sort = query.order();
        Boolean connected = filter.connected();
        List<SqlStationPages.Row> found = new ArrayList<>();
        Cursor after = cursor;
        int portion = connected == null ? limit.rows() + 1 : CHUNK;
        List<SqlStationPages.Row> chunk;
        do { // who is connected here and now is not in the database, so that is sifted here
            chunk = pages.after(scope, filter, sort, after, portion);
            chunk.stream()
                    .filter(row ->
                            connected == null || links.isConnected(row.station().ref()) == connected)
                    .forEach(found::add);
            after = chunk.isEmpty() ? after : chunk.getLast().at();
        } while (connected != null && chunk.size() == portion && found.size() <= limit.rows());
        return Page.of(found.subList(0, Math.min(found.size(), limit.rows() + 1)), limit, SqlStationPages.Row::at)
                .map(SqlStationPages.Row::station);
    }

    /** How they are now, by their ids. */
    public Map<Long, StationSummary> summaries(Scope scope, List<StationRef> stations) {
        return summaries.of(scope, stations.stream().map(StationRef::id).toList(), clock.instant());
    }

    /** All of which it is known where they stand, in the order of their identity. */
    public List<StationPlace> places(Scope scope) {
        return pages.places(scope, MOST_PLACES);
    }
}
