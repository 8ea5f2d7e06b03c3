package org.ohmstead.tokens.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.tokens.UnknownToken;

/** A token that was presented and is not registered, as REST shows it. */
@Schema(name = "UnknownToken", description = "A token that was presented and is not registered")
public record UnknownTokenView(
        @Schema(description = "As the station read it last", examples = "04A2B3C4D5E6")
        String value,

        @Schema(description = "OCPP 2.x type; null: a 1.6 station, which sends none") @Nullable
        String type,

        @Schema(description = "Identity of the station that presented it last")
        String station,

        Instant firstAt,
        Instant lastAt,

        @Schema(description = "How often it was presented since firstAt")
        long occurred,

        @Schema(description = "Which registered token may be the same card, and what to do then; null: none is alike")
        @Nullable
        String hint) {

    static UnknownTokenView of(UnknownToken token, @Nullable String hint) {
        return new UnknownTokenView(
                token.value(), token.type(), token.station(), token.firstAt(), token.lastAt(), token.occurred(), hint);
    }
}
