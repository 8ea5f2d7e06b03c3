package org.ohmstead.iso15118.requests;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.background.OneByOne;
import org.ohmstead.db.Scope;
import org.ohmstead.iso15118.Iso15118Settings;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;
import org.ohmstead.stations.Caller;

/** Keeps what stations have asked about certificates, and clears it away when it is old. */
@Singleton
public class CertificateRequests implements RecurringJobs {
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_SUBJECT = 255;

    private final SqlCertificateRequestStore store;
    private final Iso15118Settings settings;
    private final Clock clock;

    @Inject
    public CertificateRequests(SqlCertificateRequestStore store, Iso15118Settings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What came of a question.
     *
     * @param outcome the status of the answer, in OCPP's word
     * @param size    in characters, of what is passed on
     */
    public record Outcome(
            String outcome,
            @Nullable String reason,
            @Nullable String source,
            long size) {}

    /** A station is about to be answered. */
    public void keep(Caller caller, String action, @Nullable String subject, Outcome outcome) {
        Instant at = caller.receivedAt().truncatedTo(ChronoUnit.MICROS);
        Duration took = Duration.between(at, clock.instant());
        store.add(
                caller.station(),
                new CertificateRequest(
                        0,
                        caller.station().identity(),
                        action,
                        cut(subject, LONGEST_SUBJECT),
                        outcome.outcome(),
                        cut(outcome.reason(), LONGEST_REASON),
                        cut(outcome.source(), LONGEST_SUBJECT),
                        took.isNegative() ? Duration.ZERO : took,
                        outcome.size(),
                        at));
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        return text == null ? null : text.substring(0, Math.min(text.length(), longest));
    }

    Page<CertificateRequest> page(
            Scope scope, SqlCertificateRequestStore.Filter filter, Limit limit, @Nullable Cursor after) {
        return Page.of(store.before(scope, filter, limit.rows() + 1, after), limit, request -> Cursor.at(request.id()));
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(Recurring.every(
                Duration.ofHours(1), Duration.ofMinutes(1), "certificate-request-retention", this::prune));
    }

    private void prune() {
        OneByOne.attempt(
                () -> "Clearing away old questions about certificates",
                () -> store.pruneBefore(clock.instant().minus(settings.retention())));
        OneByOne.attempt(() -> "Clearing away questions about certificates beyond the most", store::pruneBeyondMost);
    }
}
