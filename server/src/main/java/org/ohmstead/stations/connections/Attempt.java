package org.ohmstead.stations.connections;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody tried to connect as a station and was turned away.
 *
 * @param address      from where
 * @param path         as it came, so that a wrong URL in a station can be recognised (field note 8); never with a query, which
 *                     may hold a secret
 * @param identity     what was read from the path
 * @param subprotocols the header as it came, without keys
 * @param detail       for people: what was found and what would be right; never a password
 */
public record Attempt(
        long tenant,
        Instant at,
        String address,
        String path,
        @Nullable String identity,
        @Nullable String subprotocols,
        Reason reason,
        @Nullable String detail) {
    private static final Pattern KEY = Pattern.compile("(?i)om[kl]_[^\\s,]*");

    /** Also of those that were kept when keys were not looked for yet. */
    public Attempt {
        subprotocols = subprotocols == null ? null : withoutKeys(subprotocols);
        detail = detail == null ? null : withoutKeys(detail);
    }

    /** A page in a browser shows its key as a subprotocol, and may do so at the wrong place. */
    public static String withoutKeys(String text) {
        return KEY.matcher(text).replaceAll("***");
    }

    /** Why it was turned away. */
    @Schema(name = "RefusalReason")
    public enum Reason {
        /** The path is none at which stations connect. */
        NO_STATION_PATH,
        /** The path holds no identity, or none that could be one. */
        NO_IDENTITY,
        /** The path names a tenant that does not exist; listed for the default tenant. */
        UNKNOWN_TENANT,
        /** It has shown all that it must, but its tenant is suspended. */
        TENANT_SUSPENDED,
        UNKNOWN_IDENTITY,
        /** The station has a password, and none was sent (field note 84). */
        NO_CREDENTIALS,
        /** The user name is not the identity (A00.FR.204). */
        WRONG_USER_NAME,
        WRONG_PASSWORD,
        /** The bearer token, or the secret in the path, is not the station's. */
        WRONG_TOKEN,
        /** It came plain, and has to come over TLS (A00.FR.002). */
        TLS_REQUIRED,
        /** It came by another security profile than the one that it has to come by (A00.FR.002). */
        WRONG_SECURITY_PROFILE,
        /** Its profile is 3, and it has shown no certificate. */
        NO_CERTIFICATE,
        /** Nobody who is believed has signed its certificate, or its key is too weak (A00.FR.403). */
        UNTRUSTED_CERTIFICATE,
        /** Its certificate has ended, or has not begun; see the station's clock, and allowExpiredCertificate. */
        CERTIFICATE_EXPIRED,
        CERTIFICATE_REVOKED,
        /** The certificate's common name is neither the identity nor the serial number (A00.FR.405, B01.FR.11), or it is another's. */
        WRONG_COMMON_NAME,
        /** The certificate's organisation is not the operator's (A00.FR.404). */
        WRONG_ORGANISATION,
        NO_COMMON_SUBPROTOCOL,
        /** No WebSocket handshake at all, or a broken one. */
        BAD_HANDSHAKE,
        /** Somebody's browser, on a page that is not ours. */
        FOREIGN_ORIGIN,
        /** Its URL says wss:// where ws:// is spoken (field note 10); the path is not known then. */
        TLS_ON_PLAIN_PORT,
        /** Its URL says ws:// where wss:// is spoken. */
        PLAIN_ON_TLS_PORT,
        /** It speaks no version of TLS that we do, such as 1.1 (A00.FR.319); as of all failed handshakes of TLS, nobody knows who. */
        TLS_VERSION,
        /** It knows no cipher suite that is spoken at this port, or none for the kinds of keys that we have. */
        TLS_CIPHER,
        /** It does not trust our certificate, or has given up where it would have said so. */
        TLS_CERTIFICATE_REFUSED,
        /** TLS could not be agreed for another reason; the detail says which. */
        TLS_FAILED,
        /** Answered 429, because too many before it were turned away; see FailedHandshakes. */
        TOO_MANY_FAILURES,
        TOO_MANY_CONNECTIONS,
        SHUTTING_DOWN,
        /** The database was away, so nobody could say whether the station is known. */
        STORE_UNAVAILABLE;

        /** Whether the identity was looked up, and is a station's. */
        public boolean isOfKnownStation() {
            return switch (this) {
                case TENANT_SUSPENDED,
                        NO_CREDENTIALS,
                        WRONG_USER_NAME,
                        WRONG_PASSWORD,
                        WRONG_TOKEN,
                        TLS_REQUIRED,
                        WRONG_SECURITY_PROFILE,
                        NO_CERTIFICATE,
                        UNTRUSTED_CERTIFICATE,
                        CERTIFICATE_EXPIRED,
                        CERTIFICATE_REVOKED,
                        WRONG_COMMON_NAME,
                        WRONG_ORGANISATION,
                        NO_COMMON_SUBPROTOCOL,
                        TOO_MANY_CONNECTIONS -> true;
                case NO_STATION_PATH,
                        NO_IDENTITY,
                        UNKNOWN_TENANT,
                        UNKNOWN_IDENTITY,
                        BAD_HANDSHAKE,
                        FOREIGN_ORIGIN,
                        TLS_ON_PLAIN_PORT,
                        PLAIN_ON_TLS_PORT,
                        TLS_VERSION,
                        TLS_CIPHER,
                        TLS_CERTIFICATE_REFUSED,
                        TLS_FAILED,
                        TOO_MANY_FAILURES,
                        SHUTTING_DOWN,
                        STORE_UNAVAILABLE -> false;
            };
        }

        /** As it stands in the database and in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
