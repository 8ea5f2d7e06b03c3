package org.ohmstead.remote.availability;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.blocks.BlockResult;
import org.ohmstead.blocks.ConnectorBlock;

/** The availability that somebody wants of something, and what the station has said to that, as the API shows it. */
@Schema(name = "WantedAvailability")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AvailabilityView(
        String station,

        @Schema(description = "0: the station as a whole") int evse,

        @Schema(description = "0: the EVSE as a whole") int connector,

        @Schema(description = "Whether it is wanted to take new sessions")
        boolean operative,

        String reason,

        @Schema(description = "Who said so last", examples = "user:anna@example.org")
        String setBy,

        Instant since,

        @Schema(description = "Out of service until then") @Nullable
        Instant until,

        @Schema(
                implementation = BlockResult.class,
                description =
                        "What the station has said. pending: it is told when it is there; scheduled: it does so when"
                                + " its sessions have ended; accepted: it is so")
        String result,

        @Schema(description = "When it said so") @Nullable Instant resultAt) {
    static AvailabilityView of(ConnectorBlock wanted) {
        Instant lifted = wanted.liftedAt();
        return new AvailabilityView(
                wanted.station().identity(),
                wanted.place().evse(),
                wanted.place().connector(),
                !wanted.stands(),
                wanted.terms().reason(),
                wanted.terms().by(),
                lifted == null ? wanted.since() : lifted,
                lifted == null ? wanted.terms().until() : null,
                wanted.answer().result().word(),
                wanted.answer().at());
    }
}
