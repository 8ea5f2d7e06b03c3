package org.ohmstead.pricing.assignment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.pricing.catalogue.OperatorTariff;
import org.ohmstead.pricing.tariff.Tariff;

/**
 * By which assignment a session is charged: of those that hold the one that says most closely for whom; of those where; of those at
 * what; of those the newest.
 */
final class Choice {
    static final Comparator<Assignment> CLOSEST_FIRST = Comparator.<Assignment>comparingInt(
                    each -> each.target().who())
            .thenComparingInt(each -> each.target().where())
            .thenComparingInt(each -> each.target().what())
            .thenComparingLong(Assignment::id)
            .reversed();

    private final Subject subject;
    private final Set<String> connectorTypes;
    private final Map<Long, OperatorTariff> tariffs;

    /**
     * @param connectorTypes in small letters
     * @param tariffs        by their ids, in the versions of that time
     */
    Choice(Subject subject, Set<String> connectorTypes, Map<Long, OperatorTariff> tariffs) {
        this.subject = subject;
        this.connectorTypes = connectorTypes;
        this.tariffs = tariffs;
    }

    /** @param standing at that time, at that station, for that token or any */
    List<Candidate> among(List<Assignment> standing) {
        List<Candidate> candidates = new ArrayList<>();
        Assignment winner = null;
        for (Assignment each : standing.stream().sorted(CLOSEST_FIRST).toList()) {
            OperatorTariff tariff = tariffs.get(each.tariff());
            if (tariff == null) {
                continue; // it was deleted meanwhile
            }
            Candidate candidate = considered(each, tariff, winner);
            candidates.add(candidate);
            winner = candidate.outcome() == Outcome.APPLIES ? each : winner;
        }
        candidates.sort(Comparator.comparing(each -> each.outcome() != Outcome.APPLIES));
        return candidates;
    }

    private Candidate considered(Assignment each, OperatorTariff tariff, @Nullable Assignment winner) {
        Candidate hindered = hindered(each, tariff);
        if (hindered != null) {
            return hindered;
        }
        return winner == null
                ? new Candidate(each, tariff, Outcome.APPLIES, "It applies: " + Words.of(each.target()) + ".")
                : new Candidate(each, tariff, Outcome.LESS_CLOSE, lost(each, winner));
    }

    private @Nullable Candidate hindered(Assignment each, OperatorTariff tariff) {
        Target target = each.target();
        if (target.evse() != null && !target.evse().equals(subject.evse())) {
            return new Candidate(
                    each,
                    tariff,
                    Outcome.OTHER_EVSE,
                    "It is for EVSE " + target.evse() + ", and this is "
                            + (subject.evse() == null ? "none in particular" : "EVSE " + subject.evse()) + ".");
        }
        Candidate wrong = wrongConnector(each, tariff);
        wrong = wrong == null ? wrongGroup(each, tariff) : wrong;
        return wrong == null ? invalid(each, tariff) : wrong;
    }

    private @Nullable Candidate wrongConnector(Assignment each, OperatorTariff tariff) {
        String wanted = each.target().connectorType();
        if (wanted == null || connectorTypes.stream().anyMatch(wanted::equalsIgnoreCase)) {
            return null;
        }
        return connectorTypes.isEmpty()
                ? new Candidate(
                        each,
                        tariff,
                        Outcome.CONNECTOR_TYPE_UNKNOWN,
                        "It is for connectors of the type " + wanted
                                + ", and the station does not tell what it has here.")
                : new Candidate(
                        each,
                        tariff,
                        Outcome.OTHER_CONNECTOR_TYPE,
                        "It is for connectors of the type " + wanted + ", and here is "
                                + String.join(", ", connectorTypes) + ".");
    }

    private @Nullable Candidate wrongGroup(Assignment each, OperatorTariff tariff) {
        String wanted = each.target().tokenGroup();
        if (wanted == null || wanted.equalsIgnoreCase(subject.tokenGroup())) {
            return null;
        }
        return subject.tokenGroup() == null
                ? new Candidate(
                        each,
                        tariff,
                        Outcome.NO_TOKEN,
                        "It is for tokens of the group '" + wanted + "', and "
                                + (subject.token() == null ? "there is none." : "this one is in none."))
                : new Candidate(
                        each,
                        tariff,
                        Outcome.OTHER_TOKEN_GROUP,
                        "It is for tokens of the group '" + wanted + "', and this one is in '" + subject.tokenGroup()
                                + "'.");
    }

    private @Nullable Candidate invalid(Assignment each, OperatorTariff tariff) {
        Tariff.Validity validity = tariff.tariff().validity();
        if (validity.holds(subject.began())) {
            return null;
        }
        Instant from = validity.from();
        return from != null && subject.began().isBefore(from)
                ? new Candidate(each, tariff, Outcome.NOT_VALID_YET, "The tariff is valid from " + from + " on.")
                : new Candidate(
                        each,
                        tariff,
                        Outcome.NOT_VALID_ANY_MORE,
                        "The tariff was valid until " + Objects.requireNonNull(validity.until()) + ".");
    }

    private static String lost(Assignment each, Assignment winner) {
        Target own = each.target();
        Target other = winner.target();
        String why;
        if (own.who() != other.who()) {
            why = "says more closely for whom";
        } else if (own.where() != other.where()) {
            why = "says more closely where";
        } else if (own.what() != other.what()) {
            why = "says at what type of connector";
        } else {
            why = "says as much and is newer";
        }
        return "Assignment " + winner.id() + " (" + Words.of(other) + ") " + why + ".";
    }
}
