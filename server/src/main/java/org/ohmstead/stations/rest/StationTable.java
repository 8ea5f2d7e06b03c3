package org.ohmstead.stations.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.CsvTable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.groups.StationGroupName;
import org.ohmstead.stations.lists.StationLists;
import org.ohmstead.stations.lists.StationQuery;

/** Stations in pages, or as a table of all. */
@Singleton
public class StationTable {
    private static final List<String> COLUMNS = List.of(
            "identity",
            "name",
            "status",
            "connected",
            "admission",
            "registration",
            "ocppVersion",
            "vendor",
            "model",
            "serialNumber",
            "firmwareVersion",
            "connectors",
            "openSessions",
            "powerW",
            "latitude",
            "longitude",
            "address",
            "groups",
            "lastBootAt",
            "lastSeenAt",
            "createdAt");

    private final StationLists lists;
    private final StationViews views;

    @Inject
    public StationTable(StationLists lists, StationViews views) {
        this.lists = lists;
        this.views = views;
    }

    /**
     * @param shown  whose groups are named
     * @param within whose stations are listed
     */
    Page<StationView> page(Scope shown, Scope within, StationQuery query, Limit limit, @Nullable Cursor cursor) {
        return views.of(shown, lists.page(within, query, limit, cursor));
    }

    CsvTable<StationView> csv(Scope shown, Scope within, StationQuery query) {
        return new CsvTable<>(
                COLUMNS, StationTable::cells, after -> page(shown, within, query, CsvTable.PORTION, after));
    }

    private static List<@Nullable Object> cells(StationView row) {
        return CsvTable.cells(
                row.identity(),
                row.name(),
                row.summary().status(),
                row.connected(),
                row.admission(),
                row.registration(),
                row.ocppVersion(),
                row.vendor(),
                row.model(),
                row.serialNumber(),
                row.firmwareVersion(),
                row.summary().connectors().values().stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                row.summary().openSessions(),
                row.summary().powerW(),
                row.latitude(),
                row.longitude(),
                row.address(),
                row.groups().stream().map(StationGroupName::name).collect(Collectors.joining(" | ")),
                row.lastBootAt(),
                row.lastSeenAt(),
                row.createdAt());
    }
}
