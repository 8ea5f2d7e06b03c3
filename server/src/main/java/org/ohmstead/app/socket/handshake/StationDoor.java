package org.ohmstead.app.socket.handshake;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.connections.Attempt;
import org.ohmstead.stations.securityprofiles.Contact;

/** Who may come in, and who was there. Everything blocks, so it is asked on virtual threads. */
public interface StationDoor {

    Entry knock(Knock knock);

    /**
     * Whether somebody who was let in, and has waited since, would be by now: a password may be another one meanwhile, a certificate
     * revoked.
     */
    Entry again(Admitted before, Knock knock);

    /** @return the row of the connection */
    long opened(Admitted station, OcppVersion version, Knock knock);

    void closed(StationRef station, long connection, int code, String reason);

    void turnedAway(Attempt attempt, Knock knock);

    /** Whether its tenant is still served: it may have been suspended between the knock and the connection. */
    boolean isServed(StationRef station);

    /**
     * A handshake.
     *
     * @param path          what the URL says
     * @param authorization the header; null: none came
     * @param subprotocols  the header as it came, without keys; null: none came
     */
    record Knock(
            String address,
            Transport transport,
            StationPath path,
            @Nullable String authorization,
            @Nullable String subprotocols) {

        /** Whether it shows what costs a hash to look at. */
        public boolean hasSecret() {
            return authorization != null || path.secret() != null;
        }

        /** The same without what may be a token. */
        public Knock withoutTokens() {
            return new Knock(address, transport, path.withoutTokens(), authorization, subprotocols);
        }

        @Override
        public String toString() {
            return address + " " + path;
        }
    }

    /** Whether it is let in. */
    sealed interface Entry permits Admitted, TurnedAway {}

    /**
     * A station that may connect.
     *
     * @param zone           of timestamps without one
     * @param accepted       whether its last BootNotification was, so that it need not boot again (J-5.4)
     * @param defaultVersion what it speaks when its handshake names nothing; null: see the settings
     * @param lastVersion    of its last connection; null: there was none
     * @param contact        what it has proven who it is with
     */
    record Admitted(
            StationRef station,
            boolean strict,
            ZoneId zone,
            boolean accepted,
            @Nullable OcppVersion defaultVersion,
            @Nullable OcppVersion lastVersion,
            Contact contact)
            implements Entry {}

    /** @param detail for people here, in the log and in the list of attempts */
    record TurnedAway(long tenant, Attempt.Reason reason, String detail) implements Entry {

        /** For whoever has knocked: who has revoked a certificate, when and why is the operator's own. */
        public String answer() {
            return reason == Attempt.Reason.CERTIFICATE_REVOKED
                    ? "the certificate was revoked or replaced; have the station ask for a new one with a new key"
                    : detail;
        }
    }
}
