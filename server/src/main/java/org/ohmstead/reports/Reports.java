package org.ohmstead.reports;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.events.Outbox;
import org.ohmstead.notices.CanonicalJson;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.stations.StationRef;

/**
 * Reports that come in pages: lost, doubled, out of order, and under requestIds that nobody gave (behaviour 10.3). A
 * report is complete when the pages 0 to n have come and n is the last; it stays as it is then. A page that belongs to no
 * report under way opens a new one, so that nothing is ever refused or overwritten.
 */
@Singleton
public class Reports {
    /** A station repeats what was not answered in time well within this; a report asked for again comes later. */
    static final Duration REPETITION = Duration.ofMinutes(5);

    /** A report that was silent for so long has lost its missing pages: what comes under its number is another one. */
    static final Duration PATIENCE = Duration.ofHours(1);

    /** No device model fills so many; what goes on beyond is another report. */
    public static final int MOST_PAGES = 2_000;

    private static final int MISSING_SHOWN = 100;

    private final SqlReportStore store;
    private final Outbox outbox;

    @Inject
    public Reports(SqlReportStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    /**
     * A part of a report for people.
     *
     * @param missing the lowest numbers of pages that have not come, up to 100; the ones behind the highest are unknown
     * @param items   what the pages of this part bring, in order
     * @param next    the cursor of the next part; null: this is the last one
     */
    public record Content(
            Report report,
            List<Integer> missing,
            List<JsonNode> items,
            @Nullable String next) {}

    /** Adds the page to the report that it belongs to. */
    public void add(StationRef station, ReportPage page) {
        store.write(station, tx -> {
            add(tx, station, page);
            return true;
        });
    }

    private void add(Tx tx, StationRef station, ReportPage page) {
        SqlReportStore.Standing standing = store.newest(tx, station, page.action(), page.request());
        if (standing == null) {
            open(tx, station, page);
            return;
        }
        int number = page.seqNo() == null ? standing.highest() + 1 : page.seqNo();
        SqlReportStore.Came same = store.page(tx, standing.id(), page.seqNo() == null ? standing.highest() : number);
        if (same != null && isRepetition(same, page)) {
            return;
        }
        boolean contradicts = same != null && page.seqNo() != null;
        boolean full =
                standing.pages() >= MOST_PAGES || (page.seqNo() == null && standing.highest() == Integer.MAX_VALUE);
        if (standing.completed()
                || contradicts
                || full
                || page.receivedAt().isAfter(standing.heardAt().plus(PATIENCE))) {
            open(tx, station, page);
        } else {
            put(tx, station, standing.id(), number, page);
        }
    }

    private void open(Tx tx, StationRef station, ReportPage page) {
        put(tx, station, store.open(tx, station, page), page.seqNo() == null ? 0 : page.seqNo(), page);
    }

    private static boolean isRepetition(SqlReportStore.Came came, ReportPage page) {
        String before = CanonicalJson.of(StoredJson.read(came.items()));
        if (came.last() != page.last() || !before.equals(CanonicalJson.of(page.items()))) {
            return false;
        }
        if (page.generatedAt() == null || came.generatedAt() == null) {
            return page.receivedAt().isBefore(came.receivedAt().plus(REPETITION));
        }
        return page.generatedAt()
                .truncatedTo(ChronoUnit.MILLIS)
                .equals(came.generatedAt().truncatedTo(ChronoUnit.MILLIS));
    }

    private void put(Tx tx, StationRef station, long report, int number, ReportPage page) {
        store.insert(tx, station, report, number, page);
        SqlReportStore.Progress progress = store.progress(tx, report);
        if (progress.isComplete()) {
            store.complete(tx, report, page.receivedAt());
            outbox.append(
                    tx,
                    new ReportCompleted(
                            station.tenant(),
                            station.id(),
                            page.receivedAt(),
                            station.identity(),
                            page.action(),
                            page.request(),
                            report,
                            progress.pages()));
        }
    }

    /** The newest report first. */
    public Page<Report> page(StationRef station, Limit limit, @Nullable Cursor after) {
        return Page.of(store.before(station, limit.rows() + 1, after), limit, report -> Cursor.at(report.id()));
    }

    /** A report by its id. */
    public Optional<Report> find(Scope scope, long id) {
        return store.get(scope, id);
    }

    /**
     * What a report brought.
     *
     * @param limit how many of its pages at most
     * @throws Refused not found
     */
    public Content content(Scope scope, long id, Limit limit, @Nullable Cursor after) {
        Report report = store.get(scope, id)
                .orElseThrow(() -> Refused.notFound("There is no report " + id
                        + ". GET /api/v1/stations/{station}/reports lists those of a station."));
        Page<SqlReportStore.Items> pages =
                Page.of(store.items(scope, id, limit.rows() + 1, after), limit, page -> Cursor.at(page.number()));
        List<JsonNode> items = new ArrayList<>();
        pages.items().forEach(page -> page.list().forEach(items::add));
        return new Content(report, missing(store.numbers(scope, id)), items, pages.next());
    }

    private static List<Integer> missing(SortedSet<Integer> come) {
        List<Integer> missing = new ArrayList<>();
        for (int number = 0; number < come.last() && missing.size() < MISSING_SHOWN; number++) {
            if (!come.contains(number)) {
                missing.add(number);
            }
        }
        return missing;
    }
}
