package org.ohmstead.app.socket.listening;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Locale;
import org.ohmstead.stations.connections.Attempt.Reason;

/**
 * Why TLS was not agreed, in words for the one who has to change something.
 *
 * @param detail what was found, and what to do
 */
public record TlsFailure(Reason reason, String detail) {
    private static final String ALERT = "alert: ";

    /** Alerts by which a client says that it does not believe us (RFC 8446 §6.2). */
    private static final List<String> DISTRUST = List.of(
            "unknown_ca",
            "bad_certificate",
            "certificate_unknown",
            "certificate_expired",
            "certificate_revoked",
            "unsupported_certificate");

    private static final String TRUST =
            "it does not trust this server's certificate: bring the root of it to the station (GET"
                    + " /api/v1/server/tls shows it), and check that the certificate holds for the host that the station"
                    + " dials, and the station's clock";

    static TlsFailure of(Throwable failure) {
        Throwable cause =
                failure instanceof DecoderException && failure.getCause() != null ? failure.getCause() : failure;
        String message = String.valueOf(cause.getMessage());
        String low = message.toLowerCase(Locale.ROOT);
        if (cause instanceof SslHandshakeTimeoutException) {
            return failed("TLS was not agreed within handshake-timeout");
        } else if (cause instanceof ClosedChannelException) {
            return new TlsFailure(
                    Reason.TLS_CERTIFICATE_REFUSED,
                    "it hung up within the handshake of TLS and did not say why; most who do so have seen our certificate: "
                            + TRUST);
        } else if (DISTRUST.stream().anyMatch(low::contains)) {
            return new TlsFailure(Reason.TLS_CERTIFICATE_REFUSED, "it said '" + alert(message) + "': " + TRUST);
        } else if (low.contains("protocol version") || low.contains("client requested protocol")) {
            return new TlsFailure(
                    Reason.TLS_VERSION,
                    "spoken are TLS 1.2 and 1.3, and on tls-legacy-port 1.2; the station offers none of them ("
                            + message + "): update it");
        } else if (low.contains("cipher suites in common") || low.contains("no available authentication scheme")) {
            return new TlsFailure(
                    Reason.TLS_CIPHER,
                    "it knows no cipher suite that is spoken here for the kinds of keys that this server has ("
                            + message
                            + "): give it a certificate with a key of the other kind, RSA or EC (tls-certificates), or"
                            + " switch tls-legacy-port on if it knows TLS_RSA_* alone");
        } else if (low.contains("connection reset") || low.contains("broken pipe")) {
            return of(new ClosedChannelException());
        }
        return failed("TLS could not be agreed: " + message);
    }

    static TlsFailure notTls() {
        return new TlsFailure(Reason.TLS_FAILED, "what it sent was neither TLS nor HTTP");
    }

    static TlsFailure hungUpInHello() {
        return failed("it hung up before the first message of TLS (ClientHello) had come whole");
    }

    private static TlsFailure failed(String detail) {
        return new TlsFailure(Reason.TLS_FAILED, detail);
    }

    /** The word behind "Received fatal alert: ". */
    private static String alert(String message) {
        int at = message.indexOf(ALERT);
        return at < 0 ? message : message.substring(at + ALERT.length());
    }
}
