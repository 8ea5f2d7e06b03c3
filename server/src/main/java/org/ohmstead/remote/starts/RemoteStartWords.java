package org.ohmstead.remote.starts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.Words;

/** A remote start in the words of each version family, there and back. */
final class RemoteStartWords {
    static final String ACTION_16 = "RemoteStartTransaction";
    static final String ACTION_2 = "RequestStartTransaction";
    private static final int LONGEST_ID_TAG = 20;
    private static final String USUAL_TYPE = "Central";

    private RemoteStartWords() {}

    /** @param profile in the words of the station's version; null: none */
    static Verb verb(RemoteStart.Wanted wanted, @Nullable JsonNode profile) {
        check(profile);
        return Verb.of(station -> words16(station, wanted, profile), station -> words2(wanted, profile));
    }

    /** Connector n of 1.6 is connector 1 of EVSE n. */
    private static Words words16(Addressee station, RemoteStart.Wanted wanted, @Nullable JsonNode profile) {
        if (wanted.group() != null) {
            throw Refused.invalid(
                    "groupToken",
                    "groupToken is '" + wanted.group() + "', and "
                            + station.ref().identity() + " speaks OCPP 1.6, which has no words for it. Leave it out.");
        }
        if (wanted.token().length() > LONGEST_ID_TAG) {
            throw Refused.invalid(
                    "token",
                    "token has " + wanted.token().length() + " characters, and "
                            + station.ref().identity() + " speaks OCPP 1.6, which allows " + LONGEST_ID_TAG + ".");
        }
        ObjectNode payload = Words.newPayload().put("idTag", wanted.token());
        if (wanted.evse() != null) {
            payload.put("connectorId", wanted.evse());
        }
        if (profile != null) {
            payload.set("chargingProfile", profile);
        }
        return new Words(ACTION_16, payload);
    }

    private static Words words2(RemoteStart.Wanted wanted, @Nullable JsonNode profile) {
        ObjectNode payload = Words.newPayload().put("remoteStartId", wanted.number());
        put(payload.putObject("idToken"), wanted.token(), wanted.type());
        if (wanted.evse() != null) {
            payload.put("evseId", wanted.evse());
        }
        if (wanted.group() != null) {
            put(payload.putObject("groupIdToken"), wanted.group(), null);
        }
        if (profile != null) {
            payload.set("chargingProfile", profile);
        }
        return new Words(ACTION_2, payload);
    }

    private static void put(ObjectNode token, String value, @Nullable String type) {
        token.put("idToken", value).put("type", type == null ? USUAL_TYPE : type);
    }

    /** It is for the session that is to begin, whose id nobody knows yet (F01.FR.08, F01.FR.11; 1.6 §5.16.2). */
    private static void check(@Nullable JsonNode profile) {
        if (profile == null) {
            return;
        }
        String purpose = profile.path("chargingProfilePurpose").asText();
        if (!purpose.equals("TxProfile")) {
            throw Refused.invalid(
                    "chargingProfile.chargingProfilePurpose",
                    "chargingProfilePurpose is '" + purpose + "'; with a remote start only TxProfile is allowed.");
        }
        if (profile.has("transactionId")) {
            throw Refused.invalid(
                    "chargingProfile.transactionId",
                    "transactionId is " + profile.path("transactionId")
                            + "; the session that is to begin has none yet. Leave it out.");
        }
    }

    /** What a command wants, by whatever way it was sent. One that never could leave may say anything. */
    static RemoteStart.Wanted read(StoredCommand command) {
        JsonNode payload = command.payload();
        if (command.action().equals(ACTION_16)) {
            return new RemoteStart.Wanted(
                    null, payload.path("idTag").asText(), null, null, evse(payload.path("connectorId")));
        }
        JsonNode number = payload.path("remoteStartId");
        JsonNode type = payload.at("/idToken/type");
        JsonNode group = payload.at("/groupIdToken/idToken");
        return new RemoteStart.Wanted(
                number.isIntegralNumber() ? number.asLong() : null,
                payload.at("/idToken/idToken").asText(),
                type.isTextual() ? type.asText() : null,
                group.isTextual() ? group.asText() : null,
                evse(payload.path("evseId")));
    }

    private static @Nullable Integer evse(JsonNode number) {
        return number.canConvertToInt() && number.isIntegralNumber() && number.asInt() > 0 ? number.asInt() : null;
    }
}
