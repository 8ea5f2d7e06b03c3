package org.ohmstead.doctor.findings;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Limit;
import org.ohmstead.doctor.ConnectionProblemView;
import org.ohmstead.doctor.ConnectionProblems;
import org.ohmstead.doctor.OddityAdvice;
import org.ohmstead.doctor.findings.Finding.Evidence;
import org.ohmstead.doctor.findings.SqlHourEvidence.Link;
import org.ohmstead.doctor.troubles.TroubleSettings;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.connections.LastSeen;
import org.ohmstead.stations.oddities.Oddities;
import org.ohmstead.stations.oddities.StationOddity;

/** Whether it gets in, stays in, and says something. */
@Singleton
public class ConnectionFindings {
    private static final int SHARED = 3;
    private static final int SHOWN = 10;

    private final SqlHourEvidence evidence;
    private final ConnectionProblems problems;
    private final Oddities oddities;
    private final StationLinks links;
    private final LastSeen lastSeen;
    private final TroubleSettings settings;

    @Inject
    public ConnectionFindings(
            SqlHourEvidence evidence,
            ConnectionProblems problems,
            Oddities oddities,
            StationLinks links,
            LastSeen lastSeen,
            TroubleSettings settings) {
        this.evidence = evidence;
        this.problems = problems;
        this.oddities = oddities;
        this.links = links;
        this.lastSeen = lastSeen;
        this.settings = settings;
    }

    List<Finding> of(Station station, Instant from, Instant now) {
        List<Link> all = evidence.links(station.ref());
        boolean isConnected = links.isConnected(station.ref())
                || !all.isEmpty() && all.getFirst().closed() == null;
        List<Finding> found = new ArrayList<>(refused(station, from, isConnected));
        found.add(standing(all, isConnected));
        steadiness(station, all, from).ifPresent(found::add);
        if (isConnected) {
            silence(station, now).ifPresent(found::add);
        }
        found.addAll(odd(station, from));
        return found;
    }

    private List<Finding> refused(Station station, Instant from, boolean isConnected) {
        return problems
                .page(station.ref().scope(), station.ref().identity(), from, new Limit(SHOWN), null)
                .items()
                .stream()
                .map(problem -> refused(problem, isConnected))
                .toList();
    }

    private static Finding refused(ConnectionProblemView problem, boolean isConnected) {
        String hint = problem.hintSentence() == null ? "" : " " + problem.hintSentence();
        return Finding.of(
                isConnected ? FindingCode.REFUSED_BEFORE : FindingCode.REFUSED,
                times(problem.occurred(), "It was refused") + ": " + problem.sentence() + hint,
                isConnected ? null : problem.atStation() + " " + problem.here(),
                problem.lastAt(),
                problem.occurred(),
                List.of(new Evidence("connection-problem", problem.id())));
    }

    private static Finding standing(List<Link> all, boolean isConnected) {
        if (all.isEmpty()) {
            return Finding.of(
                    FindingCode.NEVER_CONNECTED,
                    "It has never connected, or so long ago that it is not kept.",
                    "Type what its connect sheet shows into the charger; where no refusal is listed either, it does not reach"
                            + " this server: look at its network and the firewall.",
                    null,
                    1,
                    List.of());
        }
        Link last = all.getFirst();
        List<Evidence> rest = List.of(new Evidence("connection", last.id()));
        return isConnected
                ? Finding.of(
                        FindingCode.CONNECTED,
                        "It is connected from " + last.address() + ".",
                        null,
                        last.opened(),
                        1,
                        rest)
                : Finding.of(
                        FindingCode.NOT_CONNECTED,
                        "It is not connected. Its last connection ended: " + words(last.reason()) + ".",
                        "Look whether the charger has power and network; it dials again by itself.",
                        last.closed(),
                        1,
                        rest);
    }

    private Optional<Finding> steadiness(Station station, List<Link> all, Instant from) {
        List<Link> within =
                all.stream().filter(link -> !link.opened().isBefore(from)).toList();
        List<Evidence> rest = within.stream()
                .limit(SHOWN)
                .map(link -> new Evidence("connection", link.id()))
                .toList();
        long opened = within.size() < all.size() ? within.size() : evidence.opened(station.ref(), from);
        List<Link> replaced = within.stream().filter(Link::isReplaced).toList();
        if (replaced.size() >= SHARED) {
            String addresses =
                    within.stream().map(Link::address).distinct().sorted().collect(Collectors.joining(", "));
            return Optional.of(Finding.of(
                    FindingCode.IDENTITY_SHARED,
                    "Its connections replaced each other " + replaced.size() + " times, from " + addresses + ".",
                    "Perhaps two devices use its identity: give each one of its own. Or its network loses connections.",
                    replaced.getFirst().closed(),
                    replaced.size(),
                    rest));
        }
        if (opened <= 1) {
            return Optional.empty();
        }
        boolean isFlapping = opened >= settings.reconnects();
        return Optional.of(Finding.of(
                isFlapping ? FindingCode.FLAPPING : FindingCode.RECONNECTED,
                "It connected " + opened + " times within the hour. " + endings(within),
                isFlapping
                        ? "Look at its network: the signal of its modem, time-outs of a router or proxy between, and its own"
                                + " ping interval."
                        : null,
                within.getFirst().opened(),
                opened,
                rest));
    }

    private static String endings(List<Link> within) {
        Map<String, Long> reasons = within.stream()
                .filter(link -> link.closed() != null)
                .collect(Collectors.groupingBy(link -> words(link.reason()), TreeMap::new, Collectors.counting()));
        return "Its connections ended: "
                + reasons.entrySet().stream()
                        .map(each -> each.getKey() + " (" + each.getValue() + ")")
                        .collect(Collectors.joining("; "))
                + ".";
    }

    private Optional<Finding> silence(Station station, Instant now) {
        Duration own = station.config().heartbeatInterval();
        Duration interval = own == null ? settings.heartbeatInterval() : own;
        Instant seen = lastSeen.of(station);
        if (seen == null || !seen.isBefore(now.minus(interval.multipliedBy(settings.missedBeats())))) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                FindingCode.SILENT,
                "It is connected, and has said nothing for "
                        + Duration.between(seen, now).toMinutes() + " min; Heartbeat is due every "
                        + interval.toMinutes()
                        + " min.",
                "Trigger a Heartbeat; where it does not answer, reset it.",
                seen,
                Duration.between(seen, now).dividedBy(interval),
                List.of()));
    }

    private List<Finding> odd(Station station, Instant from) {
        return oddities.page(station.ref().scope(), station.ref(), Limit.USUAL, null).items().stream()
                .filter(each -> !each.lastAt().isBefore(from))
                .map(ConnectionFindings::odd)
                .toList();
    }

    private static Finding odd(StationOddity each) {
        return Finding.of(
                FindingCode.ODD_HANDSHAKE,
                OddityAdvice.of(each.oddity()).sentence(),
                OddityAdvice.of(each.oddity()).atStation(),
                each.lastAt(),
                each.occurred(),
                List.of());
    }

    private static String words(@Nullable String reason) {
        return reason == null || reason.isBlank() ? "without a word" : reason;
    }

    private static String times(long count, String what) {
        return count == 1 ? what + " once" : what + " " + count + " times";
    }
}
