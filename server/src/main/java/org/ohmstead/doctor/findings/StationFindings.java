package org.ohmstead.doctor.findings;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ohmstead.doctor.findings.Finding.Evidence;
import org.ohmstead.doctor.findings.SqlHourEvidence.Failed;
import org.ohmstead.doctor.findings.SqlHourEvidence.Faulted;
import org.ohmstead.stations.Admission;
import org.ohmstead.stations.ClockOffset;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.clocks.StationClocks;
import org.ohmstead.stations.securityprofiles.SerialCheck;

/** What is wrong with it beside its connection. */
@Singleton
public class StationFindings {
    private static final int BURST = 10;

    private final SqlHourEvidence evidence;
    private final StationClocks clocks;
    private final SerialCheck serials;

    @Inject
    public StationFindings(SqlHourEvidence evidence, StationClocks clocks, SerialCheck serials) {
        this.evidence = evidence;
        this.clocks = clocks;
        this.serials = serials;
    }

    List<Finding> of(Station station, Instant from) {
        List<Finding> found = new ArrayList<>();
        registration(station, from).ifPresent(found::add);
        clock(station).ifPresent(found::add);
        commands(station, from).ifPresent(found::add);
        faults(station).ifPresent(found::add);
        securityEvents(station, from).ifPresent(found::add);
        deviations(station, from).ifPresent(found::add);
        return found;
    }

    private Optional<Finding> registration(Station station, Instant from) {
        Instant booted = station.times().lastBootAt();
        if (station.admission() == Admission.ACCEPTED && serials.mayOnlyRenew(station)) {
            return found(
                    FindingCode.REGISTRATION_PENDING,
                    "It is here with a certificate that has ended, and may do nothing but renew it.",
                    "It was asked for a new request; where none comes, trigger SignChargingStationCertificate, and look at"
                            + " its signing requests.",
                    booted);
        }
        return switch (station.standing()) {
            case REJECTED ->
                found(
                        FindingCode.REGISTRATION_REJECTED,
                        "It is turned away: its BootNotification is answered Rejected.",
                        "Set its admission to accepted, if it is one of yours; it boots again by itself.",
                        booted);
            case PENDING ->
                found(
                        FindingCode.REGISTRATION_PENDING,
                        "It waits until somebody accepts it.",
                        "Set its admission to accepted, if it is one of yours.",
                        booted);
            case NONE ->
                found(
                        FindingCode.NOT_BOOTED,
                        "It has sent no BootNotification.",
                        "Restart it, or trigger a BootNotification; until then it may be served as one that booted"
                                + " elsewhere.",
                        null);
            case ACCEPTED ->
                booted == null || booted.isBefore(from)
                        ? Optional.empty()
                        : found(FindingCode.BOOTED, "It has booted, and was accepted.", null, booted);
        };
    }

    private static Optional<Finding> found(
            FindingCode code, String sentence, @Nullable String advice, @Nullable Instant at) {
        return Optional.of(Finding.of(code, sentence, advice, at, 1, List.of()));
    }

    private Optional<Finding> clock(Station station) {
        ClockOffset offset = clocks.of(station);
        return offset == null || !offset.isTelling()
                ? Optional.empty()
                : found(
                        FindingCode.CLOCK_OFF,
                        "Its clock is " + offset.ahead().abs().toSeconds() + " s "
                                + (offset.ahead().isNegative() ? "behind." : "ahead."),
                        "Set its time zone and its time server right; Heartbeat and BootNotification tell it the time.",
                        offset.since());
    }

    private Optional<Finding> commands(Station station, Instant from) {
        List<Failed> failed = evidence.failed(station.ref(), from);
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        String which = failed.stream()
                .collect(Collectors.groupingBy(
                        each -> each.action() + " " + each.outcome(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> each.getKey() + " (" + each.getValue() + ")")
                .collect(Collectors.joining(", "));
        return Optional.of(Finding.of(
                FindingCode.COMMANDS_FAILED,
                "Commands to it came to nothing: " + which + ".",
                "Look at what it answered in the list of commands; one that does not answer at all may need a reset.",
                failed.getFirst().at(),
                failed.size(),
                failed.stream().map(each -> new Evidence("command", each.id())).toList()));
    }

    private Optional<Finding> faults(Station station) {
        List<Faulted> faulted = evidence.faulted(station.ref());
        if (faulted.isEmpty()) {
            return Optional.empty();
        }
        String which = faulted.stream()
                .map(each -> (each.evse() == 0 ? "the station as a whole" : "EVSE " + each.evse())
                        + (each.error() == null ? "" : " (" + each.error() + ")"))
                .distinct()
                .collect(Collectors.joining(", "));
        return Optional.of(Finding.of(
                FindingCode.FAULTED,
                "It says that it is faulted: " + which + ".",
                "Look at the code in the manual of the charger; a reset may clear it.",
                faulted.getFirst().since(),
                faulted.size(),
                List.of()));
    }

    private Optional<Finding> securityEvents(Station station, Instant from) {
        return evidence.securityEvents(station.ref(), from)
                .filter(told -> told.occurred() >= BURST)
                .map(told -> Finding.of(
                        FindingCode.SECURITY_EVENTS,
                        "It reported the security event " + told.type() + " " + told.occurred() + " times.",
                        "Look at what it says with them; somebody may be at work at the charger or in its network.",
                        told.last(),
                        told.occurred(),
                        List.of(new Evidence("security-event", told.id()))));
    }

    private Optional<Finding> deviations(Station station, Instant from) {
        return evidence.deviations(station.ref(), from)
                .map(broken -> Finding.of(
                        FindingCode.DEVIATIONS,
                        "Its messages differ from the specification, most often " + broken.example()
                                + "; they are served all the same.",
                        "Newer firmware may be better; the list of deviations is what its maker needs to know.",
                        broken.last(),
                        broken.occurred(),
                        List.of()));
    }
}
