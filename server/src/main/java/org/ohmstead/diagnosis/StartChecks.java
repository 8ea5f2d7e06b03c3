package org.ohmstead.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ohmstead.diagnosis.SqlStartEvidence.Begun;
import org.ohmstead.diagnosis.SqlStartEvidence.Limit;
import org.ohmstead.diagnosis.StartCheck.Evidence;
import org.ohmstead.diagnosis.StartCheck.Facts;

/** What came of a start, and whether it was limited to nothing. */
@Singleton
public class StartChecks {
    private static final Duration AT_ONCE = Duration.ofMinutes(2);

    private final SqlStartEvidence evidence;

    @Inject
    public StartChecks(SqlStartEvidence evidence) {
        this.evidence = evidence;
    }

    StartCheck remoteStart(Question question) {
        return evidence.remoteStart(question)
                .map(wanted -> StartCheck.of(
                        CheckName.REMOTE_START,
                        code(wanted.state()),
                        wanted.at(),
                        Facts.none()
                                .with("state", wanted.state())
                                .with("note", wanted.note())
                                .with("evse", wanted.evse()),
                        new Evidence("remote-start", wanted.id())))
                .orElseGet(() -> StartCheck.of(CheckName.REMOTE_START, CheckCode.NO_REMOTE_START, null, Facts.none()));
    }

    private static CheckCode code(String state) {
        return switch (state) {
            case "started" -> CheckCode.REMOTE_START_DONE;
            case "accepted", "plugged" -> CheckCode.REMOTE_START_WAITING;
            case "rejected" -> CheckCode.REMOTE_START_REJECTED;
            case "expired" -> CheckCode.REMOTE_START_EXPIRED;
            case "failed" -> CheckCode.REMOTE_START_FAILED;
            default -> CheckCode.REMOTE_START_UNANSWERED;
        };
    }

    StartCheck transactionEvent(List<Begun> sessions) {
        if (sessions.isEmpty()) {
            return StartCheck.of(CheckName.TRANSACTION_EVENT, CheckCode.NO_SESSION, null, Facts.none());
        }
        Begun session = sessions.getFirst();
        return StartCheck.of(
                CheckName.TRANSACTION_EVENT,
                code(session),
                session.started(),
                Facts.none()
                        .with("token", session.token())
                        .with("endedAt", session.ended())
                        .with("stopReason", session.stopReason())
                        .with("closedBy", session.closedBy())
                        .with("chargingState", session.chargingState()),
                new Evidence("session", session.id()));
    }

    private static CheckCode code(Begun session) {
        Instant ended = session.ended();
        if (ended != null) {
            boolean atOnce = ended.isBefore(session.started().plus(AT_ONCE));
            return atOnce ? CheckCode.ENDED_AT_ONCE : CheckCode.STARTED;
        }
        String state = session.chargingState();
        return state == null || state.equals("charging") ? CheckCode.STARTED : CheckCode.STARTED_NOT_CHARGING;
    }

    StartCheck chargingProfile(Question question) {
        List<Limit> standing = evidence.profiles(question);
        Optional<Limit> always =
                standing.stream().filter(each -> zeros(each, true)).findFirst();
        Optional<Limit> shown = always.isPresent()
                ? always
                : standing.stream().filter(each -> zeros(each, false)).findFirst();
        return shown.map(limit -> StartCheck.of(
                        CheckName.CHARGING_PROFILE,
                        always.isPresent() ? CheckCode.LIMITED_TO_ZERO : CheckCode.LIMITED_TO_ZERO_AT_TIMES,
                        limit.at(),
                        Facts.none().with("evse", limit.evse()).with("purpose", limit.purpose()),
                        new Evidence("charging-profile", limit.id())))
                .orElseGet(() ->
                        StartCheck.of(CheckName.CHARGING_PROFILE, CheckCode.NO_LIMIT_OF_ZERO, null, Facts.none()));
    }

    /** Whether its periods, all or any, allow nothing. */
    private static boolean zeros(Limit limit, boolean all) {
        List<JsonNode> limits = new ArrayList<>();
        for (JsonNode period : limit.profile().findValues("chargingSchedulePeriod")) {
            period.forEach(each -> limits.add(each.path("limit")));
        }
        return !limits.isEmpty()
                && (all
                        ? limits.stream().allMatch(StartChecks::isZero)
                        : limits.stream().anyMatch(StartChecks::isZero));
    }

    private static boolean isZero(JsonNode limit) {
        return limit.isNumber() && limit.decimalValue().signum() <= 0;
    }
}
