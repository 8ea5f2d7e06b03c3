package org.ohmstead.files;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.ohmstead.background.OneByOne;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;

/** Clears away logs that are too old, links that are over, and what lies in the folder and belongs to no row. */
@Singleton
public class FileUpkeep implements RecurringJobs {
    private static final int STEP = 100;
    /** Longer than any upload takes: what is still coming has no row yet. */
    private static final Duration UNTOUCHED = Duration.ofDays(1);

    private static final Duration LINKS = Duration.ofDays(30);

    private final SqlFileStore files;
    private final SqlFileLinkStore links;
    private final Storage storage;
    private final FileSettings settings;
    private final Clock clock;

    @Inject
    public FileUpkeep(SqlFileStore files, SqlFileLinkStore links, Storage storage, FileSettings settings, Clock clock) {
        this.files = files;
        this.links = links;
        this.storage = storage;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(Recurring.every(Duration.ofHours(1), Duration.ofMinutes(2), "file-retention", this::clear));
    }

    void clear() {
        Instant now = clock.instant();
        if (settings.retention().isPositive()) {
            OneByOne.attempt(() -> "Clearing away old logs", () -> logs(now.minus(settings.retention())));
        }
        OneByOne.attempt(() -> "Clearing away old links of files", () -> links.pruneBefore(now.minus(LINKS)));
        OneByOne.attempt(() -> "Clearing away files that belong to nobody", () -> strays(now.minus(UNTOUCHED)));
    }

    private void logs(Instant end) {
        List<StoredFile> old = files.logsBefore(end, STEP);
        while (!old.isEmpty() && !Thread.currentThread().isInterrupted()) {
            for (StoredFile each : old) {
                files.forget(each);
                storage.delete(each.content());
            }
            old = files.logsBefore(end, STEP);
        }
    }

    private void strays(Instant untouchedSince) {
        List<Path> all = storage.untouchedSince(untouchedSince);
        for (int from = 0; from < all.size(); from += STEP) {
            List<Path> some = all.subList(from, Math.min(all.size(), from + STEP));
            Set<String> known = files.known(
                    some.stream().map(path -> path.getFileName().toString()).toList());
            some.stream()
                    .filter(path -> !known.contains(path.getFileName().toString()))
                    .forEach(storage::delete);
        }
    }
}
