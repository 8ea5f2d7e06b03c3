package org.ohmstead.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ohmstead.background.OneByOne;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;

/**
 * Clears away lines that are old enough, the oldest first and none from the middle: what is left is a chain still, from the hash
 * of the last one that went.
 */
@Singleton
public class AuditRetention implements RecurringJobs {
    private final SqlAuditLines lines;
    private final AuditSettings settings;
    private final Clock clock;

    @Inject
    public AuditRetention(SqlAuditLines lines, AuditSettings settings, Clock clock) {
        this.lines = lines;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(Recurring.every(Duration.ofHours(1), Duration.ofMinutes(1), "audit-retention", this::prune));
    }

    void prune() {
        if (settings.retention().isZero()) {
            return;
        }
        Instant end = clock.instant().minus(settings.retention());
        for (long tenant : lines.tenants()) {
            OneByOne.attempt(
                    () -> "tenant=" + tenant + " clearing away old lines of its audit log",
                    () -> SmallSteps.run(() -> clear(tenant, end)));
        }
    }

    /**
     * What stands before an old line is old as well, whatever our clock was when it came.
     *
     * @return whether there may be more
     */
    private boolean clear(long tenant, Instant end) {
        List<SealedLine> oldest = lines.after(tenant, Long.MIN_VALUE, SmallSteps.ROWS);
        Optional<SealedLine> last = oldest.reversed().stream()
                .filter(line -> line.line().at().isBefore(end))
                .findFirst();
        last.ifPresent(line -> lines.clear(tenant, line, clock.instant()));
        return last.isPresent() && oldest.size() == SmallSteps.ROWS;
    }
}
