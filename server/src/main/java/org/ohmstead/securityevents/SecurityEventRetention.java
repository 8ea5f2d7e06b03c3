package org.ohmstead.securityevents;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;
import org.ohmstead.notices.NoticeSettings;

/** Clears away security events by age alone, years later. */
@Singleton
public class SecurityEventRetention implements RecurringJobs {
    private final SqlSecurityEventStore events;
    private final NoticeSettings settings;
    private final Clock clock;

    @Inject
    public SecurityEventRetention(SqlSecurityEventStore events, NoticeSettings settings, Clock clock) {
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(Duration.ofHours(1), Duration.ofMinutes(1), "security-event-retention", this::prune));
    }

    private void prune() {
        if (!settings.securityRetention().isZero()) {
            events.pruneBefore(clock.instant().minus(settings.securityRetention()));
        }
    }
}
