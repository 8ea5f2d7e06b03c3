package org.ohmstead.smartcharging.limits;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;
import org.ohmstead.notices.NoticeSettings;
import org.ohmstead.smartcharging.schedule.Kind;
import org.ohmstead.smartcharging.schedule.Profile;
import org.ohmstead.smartcharging.schedule.Purpose;
import org.ohmstead.smartcharging.schedule.Schedule;
import org.ohmstead.smartcharging.schedule.json.ProfileReader;
import org.ohmstead.stations.StationRef;

/** Limits from outside: kept as stations tell of them, and counted as profiles by whoever computes. */
@Singleton
public class ExternalLimits implements RecurringJobs {
    private final SqlLimitRows rows;
    private final NoticeSettings settings;
    private final Clock clock;

    @Inject
    public ExternalLimits(SqlLimitRows rows, NoticeSettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What a station tells of a limit.
     *
     * @param evse      0: the station
     * @param schedules ChargingSchedules of 2.x; null: not told
     */
    public record Told(
            int evse,
            String source,
            boolean gridCritical,
            boolean localGeneration,
            @Nullable JsonNode schedules) {}

    /** K11, K12, K27. */
    public void set(StationRef station, Told told) {
        Instant now = now();
        ExternalLimit limit = new ExternalLimit(
                0,
                told.evse(),
                told.source(),
                told.gridCritical(),
                told.localGeneration(),
                told.schedules(),
                now,
                null,
                null);
        rows.add(station, limit, event(station, "set", told, now));
    }

    /**
     * K13.
     *
     * @param evse null: wherever
     */
    public void cleared(StationRef station, String source, @Nullable Integer evse) {
        Instant now = now();
        Told told = new Told(evse == null ? 0 : evse, source, false, false, null);
        rows.clear(station, source, evse, now, event(station, "cleared", told, now));
    }

    private static ChargingLimitChanged event(StationRef station, String change, Told told, Instant at) {
        return new ChargingLimitChanged(
                station.tenant(),
                station.id(),
                at,
                station.identity(),
                change,
                told.evse(),
                told.source(),
                told.gridCritical(),
                told.localGeneration());
    }

    /** The newest first. */
    Page<ExternalLimit> page(StationRef station, boolean standing, Limit limit, @Nullable Cursor after) {
        return Page.of(rows.before(station, standing, limit.rows() + 1, after), limit, each -> Cursor.at(each.id()));
    }

    /** Those that stand, as profiles: the schedules of one that says no start count from when it was told. */
    public List<Profile> profiles(StationRef station) {
        List<Profile> profiles = new ArrayList<>();
        for (ExternalLimit limit : rows.standing(station)) {
            List<Schedule> schedules =
                    ProfileReader.schedules(limit.schedules() == null ? ProfileReader.NOTHING : limit.schedules())
                            .stream()
                            .map(schedule -> schedule.start() == null
                                    ? from(schedule, limit.reportedAt().truncatedTo(ChronoUnit.SECONDS))
                                    : schedule)
                            .toList();
            // of several schedules of one limit the one told last leads, where it says something
            for (int i = 0; i < schedules.size(); i++) {
                profiles.add(new Profile(
                        (int) -limit.id(),
                        limit.evse(),
                        new Profile.Slot(
                                limit.localGeneration() ? Purpose.LOCAL_GENERATION : Purpose.EXTERNAL_CONSTRAINTS,
                                i,
                                null),
                        new Profile.Timing(Kind.ABSOLUTE, null, null, null, null, null),
                        List.of(schedules.get(i))));
            }
        }
        return profiles;
    }

    private static Schedule from(Schedule schedule, Instant start) {
        return new Schedule(
                schedule.id(),
                schedule.unit(),
                start,
                schedule.length(),
                false,
                schedule.limitAtSoc(),
                schedule.periods());
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(Duration.ofHours(1), Duration.ofMinutes(2), "charging-limit-retention", this::prune));
    }

    private void prune() {
        rows.pruneBefore(clock.instant().minus(settings.retention()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
