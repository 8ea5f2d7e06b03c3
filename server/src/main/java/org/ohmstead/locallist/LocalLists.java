package org.ohmstead.locallist;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.commands.limits.StationLimit;
import org.ohmstead.commands.limits.StationLimits;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.stations.StationRef;

/** What an operator sees of lists, and says of them. */
@Singleton
public class LocalLists {
    private static final String ENTITY = "local-list";

    private final SqlLocalListStore store;
    private final LocalListSync sync;
    private final StationLimits limits;
    private final LocalListSettings settings;
    private final AuditLog audit;

    @Inject
    public LocalLists(
            SqlLocalListStore store,
            LocalListSync sync,
            StationLimits limits,
            LocalListSettings settings,
            AuditLog audit) {
        this.store = store;
        this.sync = sync;
        this.limits = limits;
        this.settings = settings;
        this.audit = audit;
    }

    LocalListView view(StationRef station) {
        LocalList list = store.get(station);
        Boolean own = list.wishes().autoSync();
        return LocalListView.of(
                list,
                own == null ? settings.autoSync() : own,
                store.count(station),
                most(station, StationLimit.LOCAL_LIST_ENTRIES),
                most(station, StationLimit.LOCAL_LIST_ENTRIES_IN_A_MESSAGE));
    }

    private @Nullable Long most(StationRef station, StationLimit limit) {
        return limits.of(station, limit).map(StationLimits.Told::most).orElse(null);
    }

    /** In the order of their values. */
    Page<ListEntry> entries(StationRef station, Limit limit, @Nullable Cursor after) {
        List<ListEntry> rows = store.page(station, after == null ? null : after.key(0, 1), limit.rows() + 1);
        return Page.of(rows, limit, entry -> Cursor.at(entry.key()));
    }

    /** Says how it is kept. @param autoSync null: as the server's setting says */
    void configure(Actor by, StationRef station, @Nullable Boolean autoSync, TooMany tooMany) {
        change(by, station, wishes -> new LocalList.Wishes(autoSync, tooMany, wishes.due()));
    }

    /** As {@link LocalListSync#sync}; a station that is not there is remembered. */
    LocalListSync.Done sync(Actor by, StationRef station, boolean full, @Nullable String patience) {
        LocalListSync.Done done = sync.sync(by, station, full, patience);
        if (done.outcome() == SyncOutcome.NOT_CONNECTED) {
            change(by, station, wishes -> wishes.due(true));
        }
        return done;
    }

    VerbResult ask(Actor by, StationRef station, SendOptions options) {
        return sync.ask(by, station, options);
    }

    private void change(Actor by, StationRef station, UnaryOperator<LocalList.Wishes> wish) {
        store.change(
                station,
                list -> list.with(wish.apply(list.wishes())),
                (tx, before, after) -> audit.record(
                        tx,
                        by,
                        AuditEntry.changed(
                                ENTITY, station.identity(), fields(before.wishes()), fields(after.wishes()))));
    }

    private static Map<String, @Nullable Object> fields(LocalList.Wishes wishes) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("autoSync", wishes.autoSync());
        fields.put("whenTooMany", wishes.tooMany().word());
        fields.put("due", wishes.due());
        return fields;
    }
}
