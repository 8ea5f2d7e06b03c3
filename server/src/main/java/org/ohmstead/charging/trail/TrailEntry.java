package org.ohmstead.charging.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.stations.Caller;

/**
 * One step on a session's trail of evidence: a message that changed it or that was suspect, or what we did ourselves.
 *
 * @param seqNo     2.x: its place in the sequence; null where another event has it already
 * @param action    of the message, ours where it is a command; empty: our own doing
 * @param trigger   the station's word for what made it report
 * @param stationAt the station's clock
 * @param digest    of the message's content
 */
public record TrailEntry(
        Kind kind,
        @Nullable Integer seqNo,
        String action,
        @Nullable String messageId,
        @Nullable String trigger,
        @Nullable Instant stationAt,
        Instant receivedAt,
        boolean offline,
        long digest,
        Detail detail) {

    public enum Kind {
        STARTED,
        UPDATED,
        ENDED,
        /** Kept, and without any effect: a contradiction. */
        ANOMALY,
        /** Closed by us. */
        CLOSED,
        /** Derived anew by us from all its events, some of which came late. */
        ORDERED,
        /** We told the station to stop it; kept without effect, because its own stop ends it. */
        COMMANDED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param facts      2.x: what the message says, for deriving the session once more
     * @param said       what the message says, for people
     * @param derived    what became of the session by it: each field that changed, with its new value
     * @param suspicions that came with it
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Detail(
            @Nullable TransactionFacts facts,
            Map<String, Object> said,
            Map<String, Object> derived,
            Set<Suspicion> suspicions) {
        public Detail {
            said = said == null ? Map.of() : said; // left out of the JSON where empty
            derived = derived == null ? Map.of() : derived;
            suspicions = suspicions == null ? Set.of() : suspicions;
        }

        public static Detail said(Map<String, Object> said) {
            return new Detail(null, said, Map.of(), Set.of());
        }

        public static Detail of(TransactionFacts facts) {
            return new Detail(facts, Map.of(), Map.of(), Set.of());
        }
    }

    /** A 2.x event. @param content its digest */
    public static TrailEntry of(TransactionReport report, TransactionFacts facts, long content) {
        Caller caller = report.caller();
        Kind kind =
                switch (report.step()) {
                    case STARTED -> Kind.STARTED;
                    case UPDATED -> Kind.UPDATED;
                    case ENDED -> Kind.ENDED;
                };
        return new TrailEntry(
                kind,
                facts.isConflict() ? null : facts.seqNo(), // else its place is taken
                "TransactionEvent",
                caller.messageId(),
                report.trigger(),
                facts.stationAt(),
                caller.receivedAt(),
                facts.offline(),
                content,
                Detail.of(facts));
    }

    /** With the reason why a token was refused, for people: it is no part of what tells two messages apart. */
    public TrailEntry refusing(@Nullable String reason) {
        if (reason == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(detail.said());
        more.put("tokenRefusedBecause", reason);
        return with(new Detail(detail.facts(), more, detail.derived(), detail.suspicions()));
    }

    public TrailEntry deriving(Map<String, Object> changes, Set<Suspicion> fresh) {
        return with(new Detail(detail.facts(), detail.said(), changes, fresh));
    }

    private TrailEntry with(Detail other) {
        return new TrailEntry(kind, seqNo, action, messageId, trigger, stationAt, receivedAt, offline, digest, other);
    }
}
