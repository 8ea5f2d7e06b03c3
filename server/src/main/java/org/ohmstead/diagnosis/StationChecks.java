package org.ohmstead.diagnosis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ohmstead.diagnosis.SqlStationEvidence.Link;
import org.ohmstead.diagnosis.SqlStationEvidence.Plug;
import org.ohmstead.diagnosis.StartCheck.Evidence;
import org.ohmstead.diagnosis.StartCheck.Facts;
import org.ohmstead.stations.ClockOffset;
import org.ohmstead.stations.Registration;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.clocks.StationClocks;

/** Whether the station itself could take a session. */
@Singleton
public class StationChecks {
    private static final int CONNECTIONS = 3;
    /** In which a connector takes a session. */
    private static final Set<String> READY =
            Set.of("available", "preparing", "occupied", "reserved", "suspended_ev", "suspended_evse");

    private final SqlStationEvidence evidence;
    private final StationClocks clocks;

    @Inject
    public StationChecks(SqlStationEvidence evidence, StationClocks clocks) {
        this.evidence = evidence;
        this.clocks = clocks;
    }

    StartCheck connection(Question question) {
        List<Link> links = evidence.links(question);
        Optional<Link> open =
                links.stream().filter(link -> link.isOpenAt(question.at())).findFirst();
        long begun =
                links.stream().filter(link -> question.isWithin(link.opened())).count();
        if (open.isPresent()) {
            CheckCode code = begun > CONNECTIONS ? CheckCode.RECONNECTING : CheckCode.CONNECTED;
            return StartCheck.of(
                    CheckName.CONNECTION,
                    code,
                    open.get().opened(),
                    Facts.none().with("connections", begun));
        }
        return notConnected(question, links);
    }

    private StartCheck notConnected(Question question, List<Link> links) {
        Optional<SqlStationEvidence.Knock> knock = evidence.knock(question);
        if (knock.isPresent()) {
            return StartCheck.of(
                    CheckName.CONNECTION,
                    CheckCode.TURNED_AWAY,
                    knock.get().at(),
                    Facts.none()
                            .with("reason", knock.get().reason())
                            .with("detail", knock.get().detail()));
        }
        if (links.isEmpty()) {
            return StartCheck.of(CheckName.CONNECTION, CheckCode.NEVER_CONNECTED, null, Facts.none());
        }
        Link last = links.getFirst();
        boolean isWithin =
                question.isWithin(last.opened()) || last.closed() != null && question.isWithin(last.closed());
        return StartCheck.of(
                CheckName.CONNECTION,
                isWithin ? CheckCode.DISCONNECTED : CheckCode.NOT_CONNECTED,
                last.closed(),
                Facts.none()
                        .with("openedAt", last.opened())
                        .with("closedAt", last.closed())
                        .with("closeCode", last.closeCode())
                        .with("closeReason", last.closeReason()));
    }

    StartCheck registration(Station station) {
        Registration standing = station.standing();
        CheckCode code =
                switch (standing) {
                    case ACCEPTED -> CheckCode.ACCEPTED;
                    case PENDING -> CheckCode.REGISTRATION_PENDING;
                    case REJECTED -> CheckCode.REGISTRATION_REJECTED;
                    case NONE -> CheckCode.NOT_BOOTED;
                };
        return StartCheck.of(
                CheckName.REGISTRATION,
                code,
                station.times().lastBootAt(),
                Facts.none()
                        .with("admission", station.admission().word())
                        .with("registration", station.registration().word()));
    }

    StartCheck connector(Question question) {
        List<Plug> all = evidence.plugs(question.station()).stream()
                .filter(plug -> plug.evse() > 0)
                .toList();
        List<Plug> then = all.stream()
                .filter(plug -> !plug.since().isAfter(question.to()))
                .toList();
        CheckCode code;
        if (all.isEmpty()) {
            code = CheckCode.CONNECTOR_NOT_REPORTED;
        } else if (then.isEmpty()) {
            code = CheckCode.CONNECTOR_CHANGED_SINCE;
        } else if (then.stream().anyMatch(plug -> isReady(plug, question))) {
            code = CheckCode.CONNECTOR_READY;
        } else if (then.size() < all.size()) {
            code = CheckCode.CONNECTOR_CHANGED_SINCE;
        } else if (areAll(then, "faulted")) {
            code = CheckCode.CONNECTOR_FAULTED;
        } else if (then.stream().noneMatch(plug -> plug.status().equals("charging"))) {
            code = CheckCode.CONNECTOR_UNAVAILABLE;
        } else {
            code = CheckCode.CONNECTOR_BUSY;
        }
        return StartCheck.of(CheckName.CONNECTOR, code, null, Facts.none().with("connectors", shown(all)));
    }

    /** One that charges since the moment may be the very one that was asked for. */
    private static boolean isReady(Plug plug, Question question) {
        return READY.contains(plug.status())
                || plug.status().equals("charging") && !plug.since().isBefore(question.from());
    }

    private static boolean areAll(List<Plug> plugs, String status) {
        return plugs.stream().allMatch(plug -> plug.status().equals(status));
    }

    private static ArrayNode shown(List<Plug> plugs) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        plugs.forEach(plug -> list.add(Facts.none()
                .with("evse", plug.evse())
                .with("connector", plug.connector())
                .with("status", plug.status())
                .with("errorCode", plug.errorCode())
                .with("since", plug.since())
                .json()));
        return list;
    }

    StartCheck block(Question question) {
        return evidence.blocks(question).stream()
                .findFirst()
                .map(block -> StartCheck.of(
                        CheckName.BLOCK,
                        CheckCode.BLOCKED,
                        block.at(),
                        Facts.none()
                                .with("evse", block.evse())
                                .with("connector", block.connector())
                                .with("reason", block.reason())
                                .with("by", block.by())))
                .orElseGet(() -> StartCheck.of(CheckName.BLOCK, CheckCode.NOT_BLOCKED, null, Facts.none()));
    }

    StartCheck fault(Question question) {
        Optional<Plug> faulted = evidence.plugs(question.station()).stream()
                .filter(plug -> plug.status().equals("faulted"))
                .filter(plug -> !plug.since().isAfter(question.to()))
                .findFirst();
        if (faulted.isPresent()) {
            Plug plug = faulted.get();
            return StartCheck.of(
                    CheckName.FAULT,
                    CheckCode.CONNECTOR_FAULTED,
                    plug.since(),
                    Facts.none()
                            .with("evse", plug.evse())
                            .with("connector", plug.connector())
                            .with("errorCode", plug.errorCode()));
        }
        return evidence.graveAlert(question)
                .map(alert -> StartCheck.of(
                        CheckName.FAULT,
                        CheckCode.STATION_ALERT,
                        alert.at(),
                        Facts.none().with("place", alert.place()).with("severity", alert.severity()),
                        new Evidence("station-alert", alert.id())))
                .orElseGet(() -> StartCheck.of(CheckName.FAULT, CheckCode.NO_FAULT, null, Facts.none()));
    }

    StartCheck clock(Station station) {
        ClockOffset offset = clocks.of(station);
        if (offset == null) {
            return StartCheck.of(CheckName.CLOCK, CheckCode.CLOCK_NOT_MEASURED, null, Facts.none());
        }
        return StartCheck.of(
                CheckName.CLOCK,
                offset.isTelling() ? CheckCode.CLOCK_OFF : CheckCode.CLOCK_RIGHT,
                offset.measuredAt(),
                Facts.none().with("aheadSeconds", offset.ahead().toSeconds()));
    }
}
