package org.ohmstead.doctor.troubles;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.background.IndependentTasks;
import org.ohmstead.db.Scope;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;
import org.ohmstead.stations.StationRef;

/** Notices what is wrong with stations for a while: when it begins, and when nothing speaks for it any more. */
@Singleton
public class Troubles implements RecurringJobs {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private record Key(long station, TroubleKind kind) {}

    private final SqlTroubleSigns signs;
    private final SqlTroubleStore store;
    private final TroubleSettings settings;
    private final Clock clock;

    @Inject
    public Troubles(SqlTroubleSigns signs, SqlTroubleStore store, TroubleSettings settings, Clock clock) {
        this.signs = signs;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(PAUSE, PAUSE, "station-troubles", this::look),
                Recurring.every(Duration.ofHours(1), PAUSE, "station-trouble-retention", this::prune));
    }

    /** Looks at all stations once. */
    void look() {
        Instant now = clock.instant();
        Map<Key, Sign> found = new HashMap<>();
        List<List<Sign>> all = List.of(
                signs.flapping(now), signs.shared(now), signs.clocks(), signs.silent(now), signs.securityEvents(now));
        all.forEach(some ->
                some.forEach(sign -> found.putIfAbsent(new Key(sign.station().id(), sign.kind()), sign)));
        List<Runnable> changes = new ArrayList<>();
        for (StationTrouble trouble : store.lasting()) {
            Sign sign = found.remove(new Key(trouble.station().id(), trouble.kind()));
            if (sign == null) {
                changes.add(() -> store.end(trouble, now));
            } else if (sign.isStrong() && sign.amount() != trouble.amount()) {
                changes.add(() -> store.lasts(trouble, sign));
            }
        }
        found.values().stream().filter(Sign::isStrong).forEach(sign -> changes.add(() -> store.begin(sign, now)));
        IndependentTasks.run("Telling what is wrong with a station", changes);
    }

    private void prune() {
        store.pruneEndedBefore(clock.instant().minus(settings.kept()));
    }

    /** The newest first. @param station null: of all. @param open null: both */
    Page<StationTrouble> page(
            Scope scope, @Nullable StationRef station, @Nullable Boolean open, Limit limit, @Nullable Cursor cursor) {
        long before = cursor == null ? Long.MAX_VALUE : cursor.id();
        return Page.of(
                store.before(scope, station, open, before, limit.rows() + 1),
                limit,
                trouble -> Cursor.at(trouble.id()));
    }
}
