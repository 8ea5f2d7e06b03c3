package org.ohmstead.app.socket.handshake;

import java.util.List;
import java.util.Optional;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.connections.Attempt;

/** What a station offered in {@code Sec-WebSocket-Protocol}, in its order of preference (OCPP-J §3.1.2). */
public record Subprotocols(List<String> offered) {

    /**
     * The first that we speak.
     *
     * @param token as the station wrote it: it is echoed exactly so, because some compare byte for byte (field note 2)
     */
    public record Agreed(OcppVersion version, String token) {}

    /** @param headers each may hold several, with commas between them */
    public static Subprotocols of(List<String> headers) {
        return new Subprotocols(headers.stream()
                .flatMap(header -> List.of(header.split(",")).stream())
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .toList());
    }

    /** Whether the station left it open what it speaks (field note 1). */
    public boolean isSilent() {
        return offered.isEmpty();
    }

    public Optional<Agreed> agree() {
        for (String token : offered) {
            Optional<OcppVersion> version = OcppVersion.ofSubprotocol(token);
            if (version.isPresent()) {
                return Optional.of(new Agreed(version.get(), token));
            }
        }
        return Optional.empty();
    }

    /** For logs and people: without keys, which pages show to the API in this way. */
    @Override
    public String toString() {
        return Attempt.withoutKeys(String.join(", ", offered));
    }
}
