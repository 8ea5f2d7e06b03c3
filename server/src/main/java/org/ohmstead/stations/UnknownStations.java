package org.ohmstead.stations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happens when somebody connects with an identity that is not registered. */
@Schema(description = "What happens to a station that nobody has registered")
public enum UnknownStations {
    /** It is turned away with 404 and noted as an attempt. */
    REJECT,
    /** It is registered and stays pending until an operator accepts it. */
    PENDING,
    /** It is registered and accepted at once: for tests and for closed networks. */
    ACCEPT;

    public static Optional<UnknownStations> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** As it stands in settings, in the database and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
