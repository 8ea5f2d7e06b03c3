package org.ohmstead.app.socket.handshake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.catalogue.Catalogue;
import org.ohmstead.ocpp.rpc.frame.FrameHead;
import org.ohmstead.ocpp.rpc.frame.FrameType;

/** Whether whoever has connected speaks OCPP: tools that probe a handshake, and strangers, do not get that far. */
public final class FirstWords {
    private static final JsonFactory JSON = new JsonFactory();

    private FirstWords() {}

    /**
     * Whether a message is a request of a station, as far as its head tells.
     *
     * @param version null: any
     */
    public static boolean isCall(String text, @Nullable OcppVersion version) {
        FrameHead head = new FrameHead();
        try (JsonParser json = JSON.createParser(text)) {
            head.read(json);
            FrameType type = head.type();
            String action = head.action();
            return (type == FrameType.CALL || type == FrameType.SEND)
                    && head.id() != null
                    && action != null
                    && json.currentToken() == JsonToken.START_OBJECT
                    && isKnown(action, version);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isKnown(String action, @Nullable OcppVersion version) {
        return version != null
                ? Catalogue.find(version, action).isPresent()
                : Arrays.stream(OcppVersion.values())
                        .anyMatch(each -> Catalogue.find(each, action).isPresent());
    }
}
