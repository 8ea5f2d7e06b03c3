package org.ohmstead.tokens.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.tokens.Token;
import org.ohmstead.tokens.TokenTypes;

/** A token as REST sends and takes it; what is left out has the default that its description names. */
@Schema(description = "What a driver presents: a card, an app's token, a vehicle's id")
public record TokenBody(
        @Schema(
                description =
                        "As a station reads it; compared without case, and a card's number without the separators between its"
                                + " bytes",
                examples = "04A2B3C4D5E680",
                maxLength = 255,
                required = true)
        @Nullable
        String value,

        @Schema(
                description =
                        "OCPP 2.x type; default ISO14443. 1.6 stations send none and match any. ISO14443, ISO15693, Local and"
                                + " Central match each other; any other type matches itself",
                examples = "ISO14443",
                minLength = 1,
                maxLength = 20)
        @Nullable
        String type,

        @Schema(
                description = "Parent (1.6) or group (2.x): members may stop each other's sessions",
                minLength = 1,
                maxLength = 255)
        @Nullable
        String group,

        @Schema(description = "Refused wherever it is shown. Default: false") @Nullable
        Boolean blocked,

        @Schema(description = "Refused from then on; default never") @Nullable
        Instant expiresAt,

        @Schema(
                description = "How many sessions may run with it at once; 0: any number. Default: 1",
                minimum = "0",
                maximum = "1000")
        @Nullable
        Integer maxSessions,

        @Schema(description = "Where it may be used; default everywhere") @Nullable
        List<Place> allowed,

        @Schema(description = "Charging priority; default: the station's", minimum = "-9", maximum = "9") @Nullable
        Integer priority,

        @Schema(description = "The driver's language, RFC 5646", examples = "de", minLength = 2, maxLength = 8)
        @Nullable
        String language,

        @Schema(description = "A text that stations show the driver", minLength = 1, maxLength = 1024) @Nullable
        String personalMessage,

        @Schema(description = "For your own use", maxLength = 1024) @Nullable
        String note,

        @Schema(
                description =
                        "Further values, for readers that shorten or pad the number of the same card; each belongs to one token"
                                + " alone. Default none",
                examples = "[\"04A2B3C4D5E6\"]")
        @Nullable
        List<String> alsoKnownAs) {

    /** One that says nothing yet. */
    static final TokenBody EMPTY =
            new TokenBody(null, null, null, null, null, null, null, null, null, null, null, null);

    /** A station, and which of its EVSEs; none named: all. */
    @Schema(name = "TokenBodyPlace")
    public record Place(
            @Schema(required = true) @Nullable String station,
            @Nullable List<Integer> evses) {}

    Token token() {
        if (value == null) {
            throw Refused.invalid("value", "value is missing. Give the token as stations read it.");
        }
        return new Token(
                value,
                type == null ? TokenTypes.USUAL : TokenTypes.known(type),
                group,
                blocked != null && blocked,
                expiresAt,
                maxSessions == null ? 1 : maxSessions,
                allowed == null
                        ? List.of()
                        : allowed.stream().map(TokenBody::place).toList(),
                priority,
                language,
                personalMessage,
                note,
                alsoKnownAs == null ? List.of() : alsoKnownAs);
    }

    private static Token.Place place(Place place) {
        if (place.station() == null) {
            throw Refused.invalid("allowed.station", "an entry of allowed names no station. Give its identity.");
        }
        return new Token.Place(place.station(), place.evses() == null ? List.of() : place.evses());
    }

    public static TokenBody of(Token token) {
        return new TokenBody(
                token.value(),
                token.type(),
                token.group(),
                token.blocked(),
                token.expiresAt(),
                token.maxSessions(),
                token.allowed().stream()
                        .map(place -> new Place(place.station(), place.evses()))
                        .toList(),
                token.priority(),
                token.language(),
                token.personalMessage(),
                token.note(),
                token.alsoKnownAs());
    }
}
