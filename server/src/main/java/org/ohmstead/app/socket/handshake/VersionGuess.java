package org.ohmstead.app.socket.handshake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.catalogue.Catalogue;

/** Which version a station speaks that named none in its handshake (field note 1), from the first thing that it says. */
public final class VersionGuess {
    private static final JsonFactory JSON = new JsonFactory();

    private VersionGuess() {}

    /**
     * @param text   the first message
     * @param before what the station spoke last time; decides where the message could be of any version
     */
    public static OcppVersion of(String text, @Nullable OcppVersion before) {
        OcppVersion otherwise = before == null ? OcppVersion.V16 : before;
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            json.nextToken();
            json.nextToken();
            if (json.nextToken() != JsonToken.VALUE_STRING) {
                return otherwise;
            }
            String action = json.getText();
            return action.equals("BootNotification") ? ofBoot(json).orElse(otherwise) : ofAction(action, otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }

    /** 1.6 names the vendor at the top, 2.x puts all about the station into an object. */
    private static Optional<OcppVersion> ofBoot(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            if (field.equals("chargingStation")) {
                return Optional.of(OcppVersion.V201);
            } else if (field.startsWith("chargePoint")) {
                return Optional.of(OcppVersion.V16);
            }
            json.nextToken();
            json.skipChildren();
        }
        return Optional.empty();
    }

    private static OcppVersion ofAction(String action, OcppVersion otherwise) {
        if (Catalogue.find(otherwise, action).isPresent()) {
            return otherwise;
        }
        for (OcppVersion version : OcppVersion.values()) {
            if (Catalogue.find(version, action).isPresent()) {
                return version;
            }
        }
        return otherwise;
    }
}
