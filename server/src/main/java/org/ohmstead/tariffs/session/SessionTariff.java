package org.ohmstead.tariffs.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a session is charged by at its station.
 *
 * @param inUse by the station's word; null: it has told nothing of it
 * @param wanted the last change that was asked for; null: none was
 * @param told  what the station was told last that the session costs; null: nothing
 * @param cost  what the station has calculated last; null: nothing
 */
public record SessionTariff(
        @Nullable InUse inUse,
        @Nullable Wanted wanted,
        @Nullable ToldCost told,
        @Nullable Cost cost) {
    static final SessionTariff NOTHING = new SessionTariff(null, null, null, null);

    /**
     * A tariff that runs.
     *
     * @param id        tariffId; null: none that the station has named
     * @param isRefused the driver or the EV did not accept it
     * @param at        by the station's clock
     */
    record InUse(@Nullable String id, boolean isRefused, Instant at) {}

    /**
     * A change that was asked for.
     *
     * @param id     tariffId
     * @param tariff as Tariff of OCPP 2.1 has it
     * @param said   the station's word in its answer; null: there is none
     * @param by     who asked
     */
    record Wanted(
            String id,
            JsonNode tariff,
            State state,
            @Nullable String said,
            String by,
            Instant at) {
        Wanted with(State next, @Nullable String word) {
            return new Wanted(id, tariff, next, word == null ? said : word, by, at);
        }
    }

    /**
     * What a station was told.
     *
     * @param amount  with taxes, in the currency of the station
     * @param outcome of the command, as {@link org.ohmstead.commands.CommandResult.How} has it
     * @param by      who told it
     */
    record ToldCost(BigDecimal amount, String outcome, String by, Instant at) {}

    /**
     * What a station has calculated.
     *
     * @param details as CostDetails of OCPP 2.1 has them
     * @param at      by the station's clock
     * @param isFinal whether the session has ended with it
     */
    public record Cost(JsonNode details, Instant at, boolean isFinal) {}

    /** How far a change has come; the words of the API are these in camelCase. */
    @Schema(name = "SessionTariffState")
    enum State {
        /** The command has left. */
        ASKED("asked"),
        /** The station will; it tells when it does. */
        ACCEPTED("accepted"),
        /** The session runs by it, by the station's word. */
        IN_USE("inUse"),
        /** The station will not. */
        REFUSED("refused"),
        /** Nobody knows: no answer came. */
        UNKNOWN("unknown");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static State of(String word) {
            return Arrays.stream(values())
                    .filter(state -> state.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no state " + word));
        }
    }

    SessionTariff with(@Nullable Wanted other) {
        return new SessionTariff(inUse, other, told, cost);
    }

    SessionTariff with(ToldCost other) {
        return new SessionTariff(inUse, wanted, other, cost);
    }

    /** What the station reports; what comes late changes nothing. */
    SessionTariff after(SessionTariffReport report) {
        return withCost(report).withUse(report);
    }

    private SessionTariff withUse(SessionTariffReport report) {
        boolean isSilent = report.tariff() == null && !report.isRefused();
        if (isSilent || (inUse != null && report.at().isBefore(inUse.at()))) {
            return this;
        }
        boolean isKnown = inUse != null
                && inUse.isRefused() == report.isRefused()
                && report.tariff() != null
                && report.tariff().equals(inUse.id());
        InUse now = isKnown ? inUse : new InUse(report.tariff(), report.isRefused(), report.at());
        Wanted used = wanted != null && wanted.id().equals(report.tariff()) ? wanted.with(State.IN_USE, null) : wanted;
        return new SessionTariff(now, used, told, cost);
    }

    private SessionTariff withCost(SessionTariffReport report) {
        JsonNode details = report.cost();
        boolean isLate = cost != null && (report.at().isBefore(cost.at()) || (cost.isFinal() && !report.isFinal()));
        return details == null || isLate
                ? this
                : new SessionTariff(inUse, wanted, told, new Cost(details, report.at(), report.isFinal()));
    }
}
