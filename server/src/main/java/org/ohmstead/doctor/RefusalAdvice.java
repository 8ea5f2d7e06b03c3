package org.ohmstead.doctor;

import org.ohmstead.stations.connections.Attempt.Reason;

/** What is told of each reason for which a handshake is refused. No default: a new reason must not compile without its advice. */
public final class RefusalAdvice {
    private static final String NOTHING_THERE = "Nothing has to be changed at the station; it tries again by itself.";
    private static final String NOTHING_HERE = "Nothing has to be done here.";

    private RefusalAdvice() {}

    public static Advice of(Reason reason) {
        return new Advice(sentence(reason), atStation(reason), here(reason));
    }

    private static String sentence(Reason reason) {
        return switch (reason) {
            case NO_STATION_PATH -> "It dials a path at which no station connects.";
            case NO_IDENTITY -> "Its URL ends without an identity, or with one that cannot be one.";
            case UNKNOWN_TENANT -> "Its URL names an organisation that does not exist.";
            case TENANT_SUSPENDED -> "Its organisation is suspended, so its stations are not served.";
            case UNKNOWN_IDENTITY -> "Nobody has registered a station of this identity.";
            case NO_CREDENTIALS -> "It sends no password, and it needs one.";
            case WRONG_USER_NAME -> "The user name that it sends is not its identity.";
            case WRONG_PASSWORD -> "The password that it sends is wrong.";
            case WRONG_TOKEN -> "The token that it sends is wrong.";
            case NO_COMMON_SUBPROTOCOL -> "It offers no version of OCPP that this server speaks.";
            case BAD_HANDSHAKE -> "What it sends is no WebSocket handshake.";
            case FOREIGN_ORIGIN -> "It names a web page of another site as its origin, as a browser does.";
            case TLS_ON_PLAIN_PORT -> "It speaks TLS (wss://) to a port that speaks none (ws://).";
            case PLAIN_ON_TLS_PORT -> "It speaks plain text (ws://) to a port that speaks TLS (wss://).";
            case TLS_VERSION -> "It speaks no version of TLS that is spoken here; 1.1 and older are not.";
            case TLS_CIPHER -> "It knows no cipher suite that is spoken at this port.";
            case TLS_CERTIFICATE_REFUSED -> "It does not trust this server's certificate.";
            case TLS_FAILED -> "The TLS handshake failed before it could say who it is.";
            case TLS_REQUIRED -> "It has to come over TLS, and came in plain text.";
            case WRONG_SECURITY_PROFILE -> "It comes with another security profile than the one that is set for it.";
            case NO_CERTIFICATE -> "It has to show a certificate, and has shown none.";
            case UNTRUSTED_CERTIFICATE -> "Its certificate was signed by an authority that is not believed here.";
            case CERTIFICATE_EXPIRED -> "Its certificate has expired, or does not count yet.";
            case CERTIFICATE_REVOKED -> "Its certificate was revoked.";
            case WRONG_COMMON_NAME ->
                "The common name of its certificate is neither its identity nor its serial number, or the certificate was"
                        + " issued to another station.";
            case WRONG_ORGANISATION -> "Its certificate belongs to another organisation than the one that is set.";
            case TOO_MANY_FAILURES -> "It failed so often within a minute that it is not let try for the rest of it.";
            case TOO_MANY_CONNECTIONS -> "There are as many connections as are allowed.";
            case SHUTTING_DOWN -> "The server was stopping.";
            case STORE_UNAVAILABLE -> "The database was away, so nobody could say whether the station is known.";
        };
    }

    private static String atStation(Reason reason) {
        return switch (reason) {
            case NO_STATION_PATH -> "Set the URL to end with /ocpp; the station appends its identity.";
            case NO_IDENTITY -> "Set its identity (charge point ID), or end the URL with it: /ocpp/{identity}.";
            case UNKNOWN_TENANT ->
                "Correct the organisation in the URL: /ocpp/{organisation}/{identity}, or leave it out.";
            case TENANT_SUSPENDED, SHUTTING_DOWN, STORE_UNAVAILABLE -> NOTHING_THERE;
            case UNKNOWN_IDENTITY -> "Compare its identity with the one that is registered, character by character.";
            case NO_CREDENTIALS ->
                "Set the password (1.6: AuthorizationKey; 2.x: BasicAuthPassword) and security profile 1 or 2.";
            case WRONG_USER_NAME ->
                "Set the user name to the identity, or leave it empty where the station fills it in.";
            case WRONG_PASSWORD ->
                "Type the password again, without blanks; 1.6 takes it as hex digits in AuthorizationKey.";
            case WRONG_TOKEN -> "Type its token again, as it was shown when it was given.";
            case NO_COMMON_SUBPROTOCOL ->
                "Switch it to OCPP 1.6J, 2.0.1 or 2.1 with JSON; SOAP and 1.5 are not spoken.";
            case BAD_HANDSHAKE ->
                "Choose OCPP over WebSocket (JSON), not SOAP or plain HTTP; a proxy must pass Upgrade on.";
            case FOREIGN_ORIGIN ->
                "A station that sends Origin must name this server there; a browser has no business here.";
            case TLS_ON_PLAIN_PORT -> "Write ws:// instead of wss:// in the URL, or the port that speaks TLS.";
            case PLAIN_ON_TLS_PORT, TLS_REQUIRED ->
                "Write wss:// instead of ws:// in the URL, with security profile 2 or 3.";
            case TLS_VERSION, TLS_CIPHER -> "Update its firmware, so that it speaks TLS 1.2 or 1.3 with ECDHE suites.";
            case TLS_CERTIFICATE_REFUSED ->
                "Install this server's root certificate, dial a name that it has, set the clock right.";
            case TLS_FAILED -> "Install this server's root certificate, set its clock right, and allow TLS 1.2 or 1.3.";
            case WRONG_SECURITY_PROFILE -> "Set the security profile that is registered for it.";
            case NO_CERTIFICATE -> "Install a client certificate (SignCertificate), or use security profile 2.";
            case UNTRUSTED_CERTIFICATE ->
                "Install a certificate of an authority that is believed, with its whole chain.";
            case CERTIFICATE_EXPIRED -> "Renew its certificate, and set its clock right.";
            case CERTIFICATE_REVOKED -> "Have a new certificate signed, with a new key.";
            case WRONG_COMMON_NAME, WRONG_ORGANISATION ->
                "Have a certificate signed: common name its serial number or identity, organisation (O) as set (CpoName).";
            case TOO_MANY_FAILURES -> "Correct what its other refusals say, then wait a minute.";
            case TOO_MANY_CONNECTIONS -> "Look whether devices behind its address dial in a tight loop.";
        };
    }

    private static String here(Reason reason) {
        return switch (reason) {
            case NO_STATION_PATH, NO_IDENTITY -> "The sheet of the station (connect) shows the URL to type.";
            case UNKNOWN_TENANT -> "The slug of an organisation stands in its settings.";
            case TENANT_SUSPENDED -> "Whoever runs this installation can resume the organisation.";
            case UNKNOWN_IDENTITY -> "Register it, if it is one of yours.";
            case NO_CREDENTIALS -> "Set a password that you know, and type the same into the station.";
            case WRONG_USER_NAME -> "Look at the identity as it is registered; upper and lower case do not matter.";
            case WRONG_PASSWORD -> "Set the password that the station has, or a new one and type it into the station.";
            case WRONG_TOKEN -> "Give it a new token, and type that into the station.";
            case NO_COMMON_SUBPROTOCOL, TLS_VERSION, TLS_FAILED, BAD_HANDSHAKE -> NOTHING_HERE;
            case TLS_CIPHER -> "tls-legacy-port opens a port for old cipher suites; it needs an RSA certificate.";
            case TLS_CERTIFICATE_REFUSED ->
                "The page of the server shows its certificates, their names and their root.";
            case FOREIGN_ORIGIN -> "Set public-url to the address under which stations know this server.";
            case TLS_ON_PLAIN_PORT -> "Switch TLS on for stations, or put a proxy that speaks it before this port.";
            case PLAIN_ON_TLS_PORT -> "The plain port is the one of the dashboard, unless station-port is set.";
            case TLS_REQUIRED, WRONG_SECURITY_PROFILE ->
                "Set another security profile for it, if that is safe in its network.";
            case NO_CERTIFICATE -> "Sign one for it, or set security profile 2.";
            case UNTRUSTED_CERTIFICATE -> "Add its authority to those that are believed.";
            case CERTIFICATE_EXPIRED ->
                "Allow the expired one for this station until it is renewed; look at this server's clock.";
            case CERTIFICATE_REVOKED -> "Sign a new one, after you know why the old one was revoked.";
            case WRONG_COMMON_NAME -> "Look whether two devices were exchanged; else sign a new certificate.";
            case WRONG_ORGANISATION -> "Look at the setting for the organisation of certificates.";
            case TOO_MANY_FAILURES -> "failed-handshakes-per-minute and unknown-identities-per-minute are the limits.";
            case TOO_MANY_CONNECTIONS -> "newcomers-per-address and connections-per-station are the limits.";
            case SHUTTING_DOWN -> NOTHING_HERE;
            case STORE_UNAVAILABLE -> "Look at the database and its disk.";
        };
    }
}
