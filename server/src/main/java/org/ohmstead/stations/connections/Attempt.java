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
        NO_COMMON_SUBPROTOCOL,
        /** No WebSocket handshake at all, or a broken one. */
        BAD_HANDSHAKE,
        /** Somebody's browser, on a page that is not ours. */
        FOREIGN_ORIGIN,
        /** Its URL says wss:// where ws:// is spoken (field note 10); the path is not known then. */
        TLS_ON_PLAIN_PORT,
        /** Its URL says ws:// where TLS is spoken (field note 10). */
        PLAIN_ON_TLS_PORT,
        /** TLS itself came to nothing: version, cipher, or it does not trust our certificate. */
        TLS_FAILED,
        /** The station has to come over TLS, and did not. */
        TLS_REQUIRED,
        /** It came by another security profile than is set for it. */
        WRONG_SECURITY_PROFILE,
        /** It has to show a certificate, and has shown none. */
        NO_CERTIFICATE,
        /** Nobody here believes who signed its certificate. */
        UNTRUSTED_CERTIFICATE,
        /** Its certificate has ended, or does not count yet: perhaps a clock is off. */
        CERTIFICATE_EXPIRED,
        CERTIFICATE_REVOKED,
        /** The common name is neither its identity nor its serial number (A00.FR.405). */
        WRONG_COMMON_NAME,
        /** The certificate's organisation is not the one that is set. */
        WRONG_ORGANISATION,
        /** Answered 429, because too many before it were turned away; see FailedHandshakes. */
        TOO_MANY_FAILURES,
        TOO_MANY_CONNECTIONS,
        SHUTTING_DOWN,
        /** The database was away, so nobody could say whether the station is known. */
        STORE_UNAVAILABLE;

        /** As it stands in the database and in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
