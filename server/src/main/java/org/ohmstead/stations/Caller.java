package org.ohmstead.stations;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.codec.Rule;

/**
 * Who sent a message, and what is known about the message beside its payload; made for each message.
 *
 * @param version    of this connection: a station may come back with another one (field note 3)
 * @param connection the row of its connection; newer connections have higher numbers
 * @param messageId  as the station gave it; stations repeat them, so it is never a key
 * @param receivedAt our clock
 * @param zone       the station's, for times without one
 * @param deviations where the message differs from its schema and was tolerated
 */
public record Caller(
        StationRef station,
        OcppVersion version,
        long connection,
        String messageId,
        Instant receivedAt,
        ZoneId zone,
        List<Deviation> deviations) {
    public Caller {
        deviations = List.copyOf(deviations);
    }

    /**
     * The station's word for something that we have an enum for: what it really sent, where that is no word of the
     * specification (field note 49).
     *
     * @param path  of the field
     * @param known what it was read as
     * @return empty: nothing was sent
     */
    public String word(String path, @Nullable Enum<?> known) {
        return deviations.stream()
                .filter(one -> one.rule() == Rule.VALUE && one.path().equals(path))
                .map(Deviation::found)
                .findFirst()
                .orElse(known == null ? "" : known.name());
    }
}
