package org.ohmstead.tokens;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the type of a token is worth when it is compared. 1.6 has none, so any type fits. In 2.x the same card comes as
 * ISO14443 from one make and as Local from another; types that prove something else (a code that was typed, a contract, an
 * address that a vehicle sends) are only ever themselves, so that nobody types the number of somebody's card.
 */
public final class TokenTypes {
    public static final String USUAL = "ISO14443";
    static final String KEY_CODE = "KeyCode";

    /** Numbers that are read from a card, or that we have given out ourselves. */
    private static final Set<String> CARDS = Set.of(USUAL, "ISO15693", "Local", "Central");

    private static final List<String> KNOWN = List.of(
            USUAL,
            "ISO15693",
            "Local",
            "Central",
            "eMAID",
            KEY_CODE,
            "MacAddress",
            "NoAuthorization",
            "DirectPayment",
            "EVCCID",
            "VIN");

    /** Of tokens that have the same value. */
    public static final Comparator<StoredToken> CARDS_FIRST = Comparator.comparing(
                    (StoredToken stored) -> !stored.token().type().equals(USUAL))
            .thenComparing(StoredToken::id);

    private TokenTypes() {}

    /** As OCPP writes it, whatever the case; 2.1 leaves the list open. */
    public static String known(String type) {
        return KNOWN.stream().filter(type.strip()::equalsIgnoreCase).findFirst().orElse(type.strip());
    }

    /**
     * Of the tokens that have a value the one that is meant.
     *
     * @param candidates a card before anything else, since 1.6 stations read cards
     * @param type       as it was presented; null: 1.6, any
     */
    public static Optional<StoredToken> choose(List<StoredToken> candidates, @Nullable String type) {
        if (type == null) {
            return candidates.stream().findFirst();
        }
        return candidates.stream()
                .filter(stored -> stored.token().type().equalsIgnoreCase(type))
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(stored -> CARDS.contains(known(type))
                                && CARDS.contains(stored.token().type()))
                        .findFirst());
    }
}
