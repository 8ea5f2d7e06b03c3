package org.ohmstead.diagnostics;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.commands.CommandResult.How;
import org.ohmstead.commands.Wait;
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.db.Scope;
import org.ohmstead.files.FileLink;
import org.ohmstead.files.FileLinks;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stationjobs.RequestNumbers;
import org.ohmstead.stations.StationRef;

/** Asks stations for their logs: whichever version one speaks, it gets a URL of ours to leave the file at. */
@Singleton
public class LogRequests {
    static final String ENTITY = "log-request";
    /** A station with retries and a bad line takes its time. */
    private static final Duration LINK = Duration.ofDays(2);

    private static final int MOST_RETRIES = 100;

    private final SqlLogRequestStore store;
    private final Verbs verbs;
    private final FileLinks links;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public LogRequests(SqlLogRequestStore store, Verbs verbs, FileLinks links, AuditLog audit, Clock clock) {
        this.store = store;
        this.verbs = verbs;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks for a log. Blocks for the station's answer, or for as long as the options say.
     *
     * @param byFtp whether the station is to leave it by FTP
     * @return the request as it is now
     * @throws Refused not found; invalid; as {@link Verbs#tell}
     */
    public LogRequest ask(Actor by, String identity, LogRequest.Wanted wanted, boolean byFtp, SendOptions options) {
        Addressee station = verbs.addressee(by, identity);
        check(wanted, station, byFtp);
        int number = RequestNumbers.make(by, station.ref(), options.key());
        Optional<LogRequest> repeated =
                options.key() == null ? Optional.empty() : store.byNumber(station.ref(), number);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        String ttl = options.ttl();
        Duration lasts = ttl == null ? LINK : LINK.plus(Wait.ttl(ttl));
        FileLink.Made link = byFtp ? links.uploadByFtp(station.ref(), lasts) : links.upload(station.ref(), lasts);
        Kept kept = begin(by, station, number, wanted, link);
        LogRequest request = kept.request();
        if (!kept.isNew()) {
            return request;
        }
        VerbResult result = tell(by, request, link, options.withoutKey());
        boolean other = result.how() == How.NOT_SUPPORTED
                && request.sent().action().equals(LogWords.GET_DIAGNOSTICS)
                && !station.lacks(LogWords.GET_LOG);
        if (other) { // it has the security extension, and nothing else any more
            tell(by, again(request), link, options.withoutKey());
        }
        return get(by.scope(), request.id());
    }

    private void check(LogRequest.Wanted wanted, Addressee station, boolean byFtp) {
        if (wanted.from() != null && wanted.to() != null && !wanted.to().isAfter(wanted.from())) {
            throw Refused.invalid("to", "to is " + wanted.to() + ", which is not after from, " + wanted.from() + ".");
        }
        number("retries", wanted.retries(), MOST_RETRIES);
        number("retryInterval", wanted.retrySeconds(), 86_400);
        if (wanted.kind() == LogKind.DATACOLLECTOR && station.version() != OcppVersion.V21) {
            throw Refused.invalid(
                    "type",
                    "type is datacollector, which is a log of OCPP 2.1; "
                            + station.ref().identity() + " speaks "
                            + station.version().number() + ". Ask for diagnostics or security.");
        }
        if (byFtp && !links.isFtpOn()) {
            throw Refused.invalid(
                    "transport", "transport is ftp, and this server has no FTP. Set ftp-port, or take http.");
        }
    }

    private static void number(String field, @Nullable Integer value, int most) {
        if (value != null && (value < 0 || value > most)) {
            throw Refused.invalid(
                    field, field + " is " + value + "; allowed is a whole number from 0 to " + most + ".");
        }
    }

    /** @param isNew false: one with the same key came in between, which is told by whoever sent it */
    private record Kept(LogRequest request, boolean isNew) {}

    private Kept begin(Actor by, Addressee station, int number, LogRequest.Wanted wanted, FileLink.Made link) {
        boolean diagnostics = !station.version().isV2()
                && wanted.kind() == LogKind.DIAGNOSTICS
                && !(station.lacks(LogWords.GET_DIAGNOSTICS) && !station.lacks(LogWords.GET_LOG));
        Instant now = now();
        LogRequest begun = new LogRequest(
                0,
                station.ref(),
                number,
                wanted,
                new LogRequest.Sent(diagnostics ? LogWords.GET_DIAGNOSTICS : LogWords.GET_LOG, link.id(), null),
                LogRequest.Progress.begun(now),
                by.word(),
                now);
        return store.write(station.ref(), tx -> {
            Optional<LogRequest> standing = SqlLogRequestStore.byNumber(tx, station.ref(), number);
            if (standing.isPresent()) {
                return new Kept(standing.get(), false);
            }
            LogRequest request = store.insert(tx, begun);
            audit.record(tx, by, AuditEntry.created(ENTITY, request.id(), fields(request)));
            return new Kept(request, true);
        });
    }

    static Map<String, Object> fields(LogRequest request) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("station", request.station().identity());
        fields.put("type", request.wanted().kind().word());
        fields.put("action", request.sent().action());
        return fields;
    }

    private LogRequest again(LogRequest request) {
        LogRequest next = request.with(
                        new LogRequest.Sent(LogWords.GET_LOG, request.sent().link(), null))
                .with(LogRequest.Progress.begun(now()));
        store.write(request.station(), tx -> {
            LogRequest before =
                    SqlLogRequestStore.find(tx, request.station(), request.id()).orElseThrow();
            store.update(tx, before, next);
            return null;
        });
        return next;
    }

    /** Where it cannot be sent at all, that is kept, too. */
    private VerbResult tell(Actor by, LogRequest request, FileLink.Made link, SendOptions options) {
        Words words = request.sent().action().equals(LogWords.GET_LOG)
                ? LogWords.getLog(request, link.url())
                : LogWords.getDiagnostics(request, link.url());
        boolean told = false;
        try {
            VerbResult result = verbs.tell(by, request.station().identity(), station -> words, options);
            told = true;
            return result;
        } finally {
            if (!told) {
                refused(request);
            }
        }
    }

    private void refused(LogRequest request) {
        store.write(request.station(), tx -> {
            SqlLogRequestStore.find(tx, request.station(), request.id())
                    .filter(before -> before.state() == LogState.REQUESTED)
                    .ifPresent(before -> store.update(
                            tx,
                            before,
                            before.with(before.progress().to(LogState.REFUSED, "It could not be sent.", now()))));
            return null;
        });
    }

    /** @throws Refused not found */
    public LogRequest get(Scope scope, long id) {
        return store.find(scope, id)
                .orElseThrow(() ->
                        Refused.notFound("There is no request " + id + " for a log. GET /api/v1/logs lists them."));
    }

    /** The newest first. @param station null: of all that are visible */
    public Page<LogRequest> page(
            Scope scope, @Nullable StationRef station, @Nullable LogState state, Limit limit, @Nullable Cursor after) {
        return Page.of(
                store.page(scope, station, state, limit.rows() + 1, after), limit, request -> Cursor.at(request.id()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
