package org.ohmstead.app.socket.handshake;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ohmstead.app.socket.handshake.StationDoor.Knock;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.oddities.Oddity;

/** What is odd about a handshake that was let in all the same. */
public final class OddHandshake {
    private OddHandshake() {}

    /**
     * @param identity as it is registered
     * @param version  that is spoken
     * @return each with what stood there
     */
    public static Map<Oddity, String> of(String identity, Knock knock, OcppVersion version) {
        Map<Oddity, String> found = new EnumMap<>(Oddity.class);
        StationPath path = knock.path();
        String named = String.valueOf(path.identity());
        if (path.absolute()) {
            found.put(Oddity.ABSOLUTE_URL, path.path());
        }
        if (!named.equals(identity)) {
            found.put(Oddity.IDENTITY_IN_OTHER_CASE, named);
        }
        if (path.isTwice()) {
            found.put(Oddity.IDENTITY_TWICE, path.path());
        }
        if (path.segments().isEmpty()) {
            found.put(Oddity.IDENTITY_IN_QUERY, path.path());
        } else if (path.path().contains("//") || path.path().endsWith("/")) {
            found.put(Oddity.EXTRA_SLASHES, path.path());
        }
        subprotocol(found, knock, version);
        return found;
    }

    private static void subprotocol(Map<Oddity, String> found, Knock knock, OcppVersion version) {
        String header = knock.subprotocols();
        Subprotocols offered = Subprotocols.of(header == null ? List.of() : List.of(header));
        if (offered.isSilent()) {
            found.put(Oddity.NO_SUBPROTOCOL, "OCPP " + version.number());
        }
        offered.agree()
                .filter(agreed -> !agreed.token().equals(agreed.version().subprotocol()))
                .ifPresent(agreed -> found.put(Oddity.SUBPROTOCOL_MISSPELT, agreed.token()));
    }
}
