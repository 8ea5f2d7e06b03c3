package org.ohmstead.reservations;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.devicemodel.Address;
import org.ohmstead.devicemodel.DeviceModel;
import org.ohmstead.tokens.StoredToken;
import org.ohmstead.tokens.Tokens;

/** What a reservation must look like before a station is asked for it, and what is filled in. */
@Singleton
public class ReservationRules {
    private static final int LONGEST_16 = 20;
    private static final int LONGEST_2 = 255;
    private static final Address ANY_CONNECTOR = Address.ofKey("ReserveConnectorZeroSupported");
    private static final String USUAL_TYPE = "ISO14443";

    private static final String CONTROLLER = "ReservationCtrlr";

    private final Tokens tokens;
    private final DeviceModel model;

    @Inject
    public ReservationRules(Tokens tokens, DeviceModel model) {
        this.tokens = tokens;
        this.model = model;
    }

    /** @throws Refused invalid, naming the field; in conflict for a token that is refused anyway, or what the station has not */
    Reservation checked(Addressee addressee, ReservationBody body, String actor, Instant now) {
        boolean is2 = addressee.version().isV2();
        if (is2) {
            on(addressee, Address.of(CONTROLLER, "Available"), null, "it reserves nothing");
            on(addressee, Address.of(CONTROLLER, "Enabled"), null, "it reserves nothing until that is true");
        }
        Instant expires = expires(body.expiresAt(), now);
        Reservation.Holder holder = holder(addressee, body, now);
        Reservation.Place place = new Reservation.Place(evse(body, is2), type(body.connectorType(), is2));
        if (place.evse() == 0) {
            Address any = is2 ? Address.of(CONTROLLER, "NonEvseSpecific") : ANY_CONNECTOR;
            on(addressee, any, "evse", "it reserves an EVSE by its number only (H01.FR.19). Name one");
        }
        Long number = body.id();
        if (number != null && (number < 1 || number > Integer.MAX_VALUE)) {
            throw Refused.invalid(
                    "id",
                    "id is " + number + "; allowed is a whole number from 1 to " + Integer.MAX_VALUE
                            + ". Leave it out for a new reservation.");
        }
        return new Reservation(
                0,
                addressee.ref(),
                number == null ? 0 : number,
                holder,
                place,
                ReservationState.REQUESTED,
                null,
                actor,
                null,
                null,
                now,
                expires,
                now);
    }

    /** @throws Refused in conflict where the station says that it is off */
    private void on(Addressee addressee, Address what, @Nullable String field, String why) {
        if (model.isOff(addressee.ref(), what)) {
            throw Refused.conflict(
                    field,
                    what.shown() + " of " + addressee.ref().identity() + " is false: " + why
                            + ". Nothing was sent. Read it again if it has changed.");
        }
    }

    /** The same under another number. */
    Reservation as(Reservation wanted, long number) {
        return new Reservation(
                wanted.id(),
                wanted.station(),
                number,
                wanted.holder(),
                wanted.place(),
                wanted.state(),
                wanted.said(),
                wanted.actor(),
                wanted.command(),
                wanted.session(),
                wanted.createdAt(),
                wanted.expiresAt(),
                wanted.changedAt());
    }

    private static Instant expires(@Nullable Instant wanted, Instant now) {
        if (wanted == null) {
            throw Refused.invalid("expiresAt", "expiresAt is missing. Say until when it is kept.");
        }
        if (!wanted.isAfter(now)) {
            throw Refused.invalid("expiresAt", "expiresAt is " + wanted + ", which is over. Give a time to come.");
        }
        return wanted.truncatedTo(ChronoUnit.MILLIS);
    }

    private Reservation.Holder holder(Addressee addressee, ReservationBody body, Instant now) {
        boolean is2 = addressee.version().isV2();
        int longest = is2 ? LONGEST_2 : LONGEST_16;
        String value = text("token", body.token(), longest);
        if (value == null) {
            throw Refused.invalid("token", "token is missing. Say for whom it is kept.");
        }
        String type = text("tokenType", body.tokenType(), LONGEST_16);
        Optional<StoredToken> known = tokens.find(addressee.ref().scope(), value, type);
        if (known.isPresent() && known.get().token().isRefused(now)) {
            throw Refused.conflict(
                    "token",
                    "Token " + value + " is " + (known.get().token().blocked() ? "blocked" : "expired")
                            + ", so no session can begin with it. Change it first, or take another one.");
        }
        String group = text("groupToken", body.groupToken(), longest);
        if (group == null) {
            group = known.map(token -> token.token().group())
                    .filter(of -> of.length() <= longest)
                    .orElse(null);
        }
        String usual = known.map(token -> token.token().type()).orElse(USUAL_TYPE);
        return new Reservation.Holder(value, is2 ? Objects.requireNonNullElse(type, usual) : null, group);
    }

    private static @Nullable String text(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > longest) {
            throw Refused.invalid(
                    field,
                    field + " has " + value.length() + " characters; the station's version of OCPP allows " + longest
                            + ".");
        }
        return value;
    }

    private static int evse(ReservationBody body, boolean is2) {
        int evse = body.evse() == null ? 0 : body.evse();
        if (evse < 0) {
            throw Refused.invalid("evse", "evse is " + evse + "; allowed is a whole number from 0, which is any.");
        }
        Integer connector = body.connector();
        if (connector != null && (is2 || connector != 1 || evse == 0)) {
            throw Refused.invalid(
                    "connector",
                    "connector is " + connector + "; "
                            + (is2
                                    ? "with OCPP 2.x an EVSE is reserved as a whole. Leave it out."
                                    : "with OCPP 1.6 an EVSE has connector 1 only. Name the EVSE, or leave it out."));
        }
        return evse;
    }

    private static @Nullable String type(@Nullable String type, boolean is2) {
        if (type != null && !type.isBlank() && !is2) {
            throw Refused.invalid(
                    "connectorType",
                    "connectorType is '" + type + "'; the station speaks OCPP 1.6, which reserves connectors by their"
                            + " number. Name the EVSE instead.");
        }
        return type == null || type.isBlank() ? null : type;
    }
}
