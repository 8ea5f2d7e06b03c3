package org.ohmstead.tariffs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A tariff at a station, and how it came or failed to come there.
 *
 * @param place      which one
 * @param tariff     as Tariff of OCPP 2.1 has it; null: only the station has told of it, by its id
 * @param validFrom  null: at once
 * @param tokens     whose it is; empty: everybody's
 * @param last       the last command about it; null: nobody sent one, only the station has told of it
 * @param changedAt  when any of this was last written
 * @param reportedAt when the station last listed it; null: never
 */
record StationTariff(
        Place place,
        @Nullable JsonNode tariff,
        @Nullable Instant validFrom,
        List<String> tokens,
        State state,
        @Nullable Told last,
        Instant changedAt,
        @Nullable Instant reportedAt) {
    static final String DEFAULT = "DefaultTariff";

    /**
     * Where it applies.
     *
     * @param kind DefaultTariff or DriverTariff
     * @param evse 0: every EVSE that has none of its own
     * @param id   tariffId; another content has another one
     */
    record Place(String kind, int evse, String id) {}

    /** Whether the station has a tariff. */
    @Schema(name = "StationTariffState")
    enum State {
        /** It has it. */
        INSTALLED,
        /** It has refused it, or has it no more. */
        ABSENT,
        /** Nobody knows: no answer came. */
        UNKNOWN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return Arrays.stream(values())
                    .filter(state -> state.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no state " + word));
        }
    }

    /**
     * A command about a tariff.
     *
     * @param outcome of the command, as {@link org.ohmstead.commands.CommandResult.How} has it
     * @param said    the station's word in its answer; null: there is none
     * @param actor   who sent it
     */
    record Told(String action, String outcome, @Nullable String said, String actor) {}

    boolean isInForce(Instant now) {
        return validFrom == null || !validFrom.isAfter(now);
    }

    StationTariff with(State next, @Nullable Told told, Instant now) {
        return new StationTariff(place, tariff, validFrom, tokens, next, told == null ? last : told, now, reportedAt);
    }
}
