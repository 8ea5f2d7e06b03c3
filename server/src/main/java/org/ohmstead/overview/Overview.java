package org.ohmstead.overview;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ohmstead.db.Scope;
import org.ohmstead.tenants.Tenant;

/** Puts together what an operator sees first. */
@Singleton
public class Overview {
    static final int MOST = 50;
    private static final Duration KNOCKS = Duration.ofDays(1);
    private static final Duration FAILED_UPDATES = Duration.ofDays(30);
    private static final Duration ENDING_CERTIFICATES = Duration.ofDays(7);

    private static final Comparator<AttentionItem> WORST_FIRST = Comparator.comparing(
                    (AttentionItem item) -> severity(item))
            .thenComparing(AttentionItem::since, Comparator.nullsLast(Comparator.reverseOrder()));

    private final SqlOverviewFigures figures;
    private final SqlStationAttention stations;
    private final SqlWorkAttention work;
    private final ServerConcerns server;
    private final OverviewSettings settings;
    private final Clock clock;

    @Inject
    public Overview(
            SqlOverviewFigures figures,
            SqlStationAttention stations,
            SqlWorkAttention work,
            ServerConcerns server,
            OverviewSettings settings,
            Clock clock) {
        this.figures = figures;
        this.stations = stations;
        this.work = work;
        this.server = server;
        this.settings = settings;
        this.clock = clock;
    }

    /** How many there are of a kind, and the worst of them, {@link #MOST} at most. */
    record Found(AttentionKind kind, long total, List<AttentionItem> worst) {}

    public OverviewView of(Scope scope, ZoneId zone) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ZonedDateTime here = now.atZone(zone);
        Instant today = here.toLocalDate().atStartOfDay(zone).toInstant();
        Instant yesterday = here.toLocalDate().minusDays(1).atStartOfDay(zone).toInstant();
        SqlOverviewFigures.Running running = figures.running(scope, now);
        SqlOverviewFigures.Days days =
                figures.days(scope, yesterday, here.minusDays(1).toInstant(), today, now);
        return new OverviewView(
                now,
                zone.getId(),
                figures.stations(scope),
                figures.connectors(scope),
                running.sessions(),
                running.powerW(),
                days.today(),
                days.yesterdaySoFar(),
                days.yesterday(),
                attention(scope, now, yesterday));
    }

    private OverviewView.Attention attention(Scope scope, Instant now, Instant suspectSince) {
        List<Found> found = List.of(
                stations.faulted(scope),
                stations.offline(scope),
                work.troubles(scope),
                work.alerts(scope),
                work.stale(scope, now.minus(settings.staleAfter())),
                work.suspect(scope, suspectSince),
                work.firmware(scope, now.minus(FAILED_UPDATES)),
                work.endingCertificates(scope, now.plus(ENDING_CERTIFICATES)),
                stations.unknown(scope, now.minus(KNOCKS)),
                stations.pending(scope),
                stations.rejected(scope),
                ofServer(scope, now));
        Map<String, Long> byKind = new LinkedHashMap<>();
        List<AttentionItem> items = new ArrayList<>();
        for (Found each : found) {
            byKind.put(each.kind().word(), each.total());
            items.addAll(each.worst());
        }
        items.sort(WORST_FIRST);
        return new OverviewView.Attention(
                found.stream().mapToLong(Found::total).sum(), byKind, items.subList(0, Math.min(MOST, items.size())));
    }

    /** For the organisation that is there from the start: the others have nothing to do with it. */
    private Found ofServer(Scope scope, Instant now) {
        List<AttentionItem> items = scope.isLimited() || scope.tenant() != Tenant.DEFAULT.id()
                ? List.of()
                : server.concerns(now).stream()
                        .map(ServerConcerns.Concern::item)
                        .toList();
        return new Found(AttentionKind.SERVER_CERTIFICATE, items.size(), items);
    }

    private static int severity(AttentionItem item) {
        for (Severity severity : Severity.values()) {
            if (severity.word().equals(item.severity())) {
                return severity.ordinal();
            }
        }
        throw new IllegalStateException(item.severity() + " is no severity");
    }
}
