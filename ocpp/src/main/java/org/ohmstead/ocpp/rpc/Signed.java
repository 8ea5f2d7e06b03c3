package org.ohmstead.ocpp.rpc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.Decoded;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.codec.Reading;
import org.ohmstead.ocpp.codec.Rule;
import org.ohmstead.ocpp.codec.values.Json;
import org.ohmstead.ocpp.rpc.routing.Payload;

/**
 * Signed messages (OCPP-J 2.x §7): the action has {@code -Signed} behind its name, and the payload stands in a JWS (RFC 7515,
 * flattened JSON). They are taken apart and served like any other. The signature is not verified, and our answer has none;
 * both are optional for a CSMS (§7.2), because the connection says already who is speaking.
 */
final class Signed {
    private static final String SUFFIX = "-Signed";

    private Signed() {}

    /** The action that was signed; empty: this is no signed one. */
    static Optional<String> action(String name, OcppVersion version) {
        return version.isV2() && name.endsWith(SUFFIX)
                ? Optional.of(name.substring(0, name.length() - SUFFIX.length()))
                : Optional.empty();
    }

    /**
     * Reads the payload within the JWS on whose first token the parser stands.
     *
     * @param json for the payload within
     */
    static <T extends Record> Decoded<T> read(
            JsonParser at, JsonFactory json, Class<T> type, OcppVersion version, Reading reading) throws IOException {
        JsonToken token = at.currentToken();
        JsonNode jws = token == null || token == JsonToken.END_ARRAY ? null : Json.tree(at);
        String payload = jws == null ? null : jws.path("payload").textValue();
        if (payload == null) {
            return unreadable("none", "a JWS in flattened JSON");
        }
        try (JsonParser inner = json.createParser(Base64.getUrlDecoder().decode(payload))) {
            inner.nextToken();
            return Payload.read(inner, type, version, reading);
        } catch (IllegalArgumentException e) {
            return unreadable("no base64url", "base64url of a JSON object");
        } catch (JsonProcessingException e) {
            return unreadable("broken JSON", "base64url of a JSON object");
        }
    }

    private static <T> Decoded<T> unreadable(String found, String allowed) {
        return new Decoded<>(null, List.of(), List.of(new Deviation("payload", Rule.SYNTAX, found, allowed)));
    }
}
