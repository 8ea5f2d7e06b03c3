package org.ohmstead.reservations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.Words;

/** What a station is told of reservations, and what of it can be read back from a command that somebody else has sent. */
final class ReservationVerbs {
    static final String RESERVE = "ReserveNow";
    static final String CANCEL = "CancelReservation";

    private ReservationVerbs() {}

    static Verb reserve(Reservation wanted) {
        return Verb.of(station -> reserve16(wanted), station -> reserve2(wanted));
    }

    private static Words reserve16(Reservation wanted) {
        Words words = Words.of(RESERVE);
        words.payload()
                .put("connectorId", wanted.place().evse())
                .put("expiryDate", wanted.expiresAt().toString())
                .put("idTag", wanted.holder().token())
                .put("reservationId", (int) wanted.number());
        if (wanted.holder().group() != null) {
            words.payload().put("parentIdTag", wanted.holder().group());
        }
        return words;
    }

    private static Words reserve2(Reservation wanted) {
        Words words = Words.of(RESERVE);
        ObjectNode payload = words.payload();
        payload.put("id", (int) wanted.number())
                .put("expiryDateTime", wanted.expiresAt().toString());
        payload.putObject("idToken")
                .put("idToken", wanted.holder().token())
                .put("type", wanted.holder().type());
        if (wanted.place().connectorType() != null) {
            payload.put("connectorType", wanted.place().connectorType());
        }
        if (wanted.place().evse() != 0) {
            payload.put("evseId", wanted.place().evse());
        }
        if (wanted.holder().group() != null) {
            // C09.FR.13: a group is of type Central
            payload.putObject("groupIdToken")
                    .put("idToken", wanted.holder().group())
                    .put("type", "Central");
        }
        return words;
    }

    static Verb cancel(long number) {
        return Verb.of(CANCEL, Words.newPayload().put("reservationId", (int) number));
    }

    /** What a ReserveNow asks for. */
    record Asked(long number, Reservation.Holder holder, Reservation.Place place, Instant expiresAt) {}

    /** Null: the payload has no such thing that could be read. */
    static @Nullable Asked read(JsonNode payload) {
        boolean is16 = payload.has("idTag");
        JsonNode number = payload.path(is16 ? "reservationId" : "id");
        Instant expires = time(payload.path(is16 ? "expiryDate" : "expiryDateTime"));
        if (!number.canConvertToLong() || expires == null) {
            return null;
        }
        Reservation.Holder holder = is16
                ? new Reservation.Holder(payload.path("idTag").asText(), null, text(payload.path("parentIdTag")))
                : new Reservation.Holder(
                        payload.at("/idToken/idToken").asText(),
                        text(payload.at("/idToken/type")),
                        text(payload.at("/groupIdToken/idToken")));
        Reservation.Place place = new Reservation.Place(
                payload.path(is16 ? "connectorId" : "evseId").asInt(), text(payload.path("connectorType")));
        return new Asked(number.asLong(), holder, place, expires);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    private static @Nullable Instant time(JsonNode node) {
        try {
            return OffsetDateTime.parse(node.asText()).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
