package org.ohmstead.app.socket;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ohmstead.app.socket.handshake.FailedHandshakes;
import org.ohmstead.app.socket.handshake.FailedHandshakes.Failure;
import org.ohmstead.app.socket.handshake.StationDoor.Knock;
import org.ohmstead.app.socket.handshake.StationDoor.TurnedAway;
import org.ohmstead.app.socket.handshake.StationPath;
import org.ohmstead.app.socket.handshake.Visit;
import org.ohmstead.stations.connections.Attempt;
import org.ohmstead.stations.connections.Attempt.Reason;
import org.ohmstead.tenants.Tenant;

/** Turns handshakes away: with the status that stations understand, a line in the log and a row in the list of attempts. */
public final class Refusals {
    /** Counts them. */
    @FunctionalInterface
    public interface Counted {
        void refused(String reason);
    }

    private static final System.Logger LOG = System.getLogger(Refusals.class.getName());
    private static final String RETRY_SECONDS = "30";

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.\\-]+(:\\d+)?|\\[[0-9A-Fa-f:.]+](:\\d+)?");

    private final LinkServices services;
    private final Counted counted;

    Refusals(LinkServices services, Counted counted) {
        this.services = services;
        this.counted = counted;
    }

    /** What to tell somebody who knocked where no station connects. */
    static String rightPath(HttpServerRequest request, StationPath wrong, boolean tls) {
        String host = request.getHeader(HttpHeaders.HOST);
        String identity = wrong.identity();
        return "stations do not connect here, but at /ocpp/" + (identity == null ? "{identity}" : printable(identity))
                + ": set " + (tls ? "wss" : "ws") + "://"
                + (host == null || !HOST.matcher(host).matches() ? "{host}:{port}" : host)
                + "/ocpp as the URL in the station, which appends its identity";
    }

    void refuse(Visit visit, TurnedAway away) {
        if (!note(visit, away)) {
            answer429(visit.request());
            return;
        }
        boolean hidden = hides(away.reason());
        int status = hidden ? 401 : status(away.reason());
        HttpServerResponse response = visit.request().response().setStatusCode(status);
        switch (status) {
            case 401 -> response.putHeader("WWW-Authenticate", "Basic realm=\"ohmstead\", charset=\"UTF-8\"");
            case 426 -> response.putHeader("Upgrade", "websocket");
            case 503 -> response.putHeader("Retry-After", RETRY_SECONDS);
            default -> {
                // the status says it all
            }
        }
        end(visit.request(), response, hidden ? "not authorized" : away.answer());
    }

    /** Whether the answer must not tell whether there is such a station. */
    boolean hides(Reason reason) {
        return services.settings().stationSecurity().hideUnknownStations()
                && switch (reason) {
                    case UNKNOWN_TENANT,
                            UNKNOWN_IDENTITY,
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
                            WRONG_ORGANISATION -> true;
                    case NO_STATION_PATH,
                            NO_IDENTITY,
                            TENANT_SUSPENDED,
                            NO_COMMON_SUBPROTOCOL,
                            BAD_HANDSHAKE,
                            FOREIGN_ORIGIN,
                            TLS_ON_PLAIN_PORT,
                            PLAIN_ON_TLS_PORT,
                            TLS_VERSION,
                            TLS_CIPHER,
                            TLS_CERTIFICATE_REFUSED,
                            TLS_FAILED,
                            TOO_MANY_FAILURES,
                            TOO_MANY_CONNECTIONS,
                            SHUTTING_DOWN,
                            STORE_UNAVAILABLE -> false;
                };
    }

    /** This one costs us little but the answer: no line in the log, and its row is counted up, or a flood would fill both. */
    void tooMany(HttpServerRequest request, Knock knock) {
        tooMany(knock, Tenant.DEFAULT.id()); // whose it is was not looked up
        answer429(request);
    }

    private void tooMany(Knock came, long tenant) {
        Knock knock = shown(came, Reason.TOO_MANY_FAILURES);
        TurnedAway away =
                new TurnedAway(tenant, Reason.TOO_MANY_FAILURES, "too many failed handshakes before this one");
        counted.refused(away.reason().word());
        services.door().turnedAway(attempt(services.clock().instant(), knock, away), knock);
    }

    private static void answer429(HttpServerRequest request) {
        HttpServerResponse response = request.response().setStatusCode(429).putHeader("Retry-After", "60");
        end(request, response, "too many failed handshakes, try again in a minute");
    }

    /** @return false: it is one of too many, and noted as such */
    boolean note(Visit visit, TurnedAway away) {
        return note(visit.knock(), visit.trial(), away);
    }

    /** Of somebody who has not come as far as a request. */
    void note(Knock knock, Optional<FailedHandshakes.Trial> trial, TurnedAway away) {
        trial.ifPresentOrElse(begun -> note(knock, begun, away), () -> tooMany(knock, away.tenant()));
    }

    private boolean note(Knock came, FailedHandshakes.Trial trial, TurnedAway away) {
        Knock knock = shown(came, away.reason());
        Failure failure = count(knock, trial, away);
        if (failure == Failure.ONE_TOO_MANY) {
            tooMany(knock, away.tenant());
            return false;
        }
        counted.refused(away.reason().word());
        String identity = knock.path().identity();
        LOG.log(
                Level.WARNING,
                "tenant={0} station={1} refused {2} from={3} path={4}: {5}",
                Long.toString(away.tenant()),
                identity == null ? "-" : printable(identity),
                away.reason().word(),
                knock.address(),
                printable(knock.path().path()),
                away.detail());
        if (failure != Failure.COUNTED) {
            LOG.log(
                    Level.WARNING,
                    "from={0}: too many failed handshakes of {1}, answered 429 for a minute",
                    knock.address(),
                    failure == Failure.LAST_OF_ADDRESS ? "unknown identities" : "this station");
        }
        services.door().turnedAway(attempt(services.clock().instant(), knock, away), knock);
        return true;
    }

    /** What no station is known by may be a token that stands in the place of the identity. */
    private Knock shown(Knock knock, Reason reason) {
        boolean known = reason.isOfKnownStation();
        return known || !services.settings().stationSecurity().tokensInPath() ? knock : knock.withoutTokens();
    }

    static Attempt attempt(Instant at, Knock knock, TurnedAway away) {
        return new Attempt(
                away.tenant(),
                at,
                knock.address(),
                printable(knock.path().path()),
                knock.path().identity(),
                knock.subprotocols(),
                away.reason(),
                away.detail());
    }

    private Failure count(Knock knock, FailedHandshakes.Trial trial, TurnedAway away) {
        boolean hidden = hides(away.reason()); // then all count alike, or the limits would tell
        boolean asked = !hidden && away.reason() == Reason.NO_CREDENTIALS && knock.authorization() == null;
        if (asked
                || away.reason() == Reason.TENANT_SUSPENDED
                || status(away.reason()) == 503) { // HTTP's own way, or our own state: neither may lock anybody out
            trial.passed();
            return Failure.COUNTED;
        }
        return trial.failed(hidden || isNameUnknown(away.reason()));
    }

    /** Whether the identity may be one of any number of invented ones. */
    private static boolean isNameUnknown(Reason reason) {
        return reason == Reason.NO_STATION_PATH || reason == Reason.UNKNOWN_TENANT || reason == Reason.UNKNOWN_IDENTITY;
    }

    private static void end(HttpServerRequest request, HttpServerResponse response, String text) {
        // The rest of a request that we do not want is not worth waiting for.
        response.putHeader("Connection", "close").putHeader("Content-Type", "text/plain; charset=utf-8");
        request.resume();
        response.end(text + "\n").onComplete(done -> request.connection().close());
    }

    private static int status(Reason reason) {
        return switch (reason) {
            case NO_STATION_PATH, NO_IDENTITY, UNKNOWN_TENANT, UNKNOWN_IDENTITY -> 404;
            case NO_CREDENTIALS,
                    WRONG_USER_NAME,
                    WRONG_PASSWORD,
                    WRONG_TOKEN,
                    NO_CERTIFICATE,
                    UNTRUSTED_CERTIFICATE,
                    CERTIFICATE_EXPIRED,
                    CERTIFICATE_REVOKED,
                    WRONG_COMMON_NAME,
                    WRONG_ORGANISATION -> 401;
            case TLS_REQUIRED, WRONG_SECURITY_PROFILE -> 403;
            case BAD_HANDSHAKE -> 426;
            case FOREIGN_ORIGIN, TENANT_SUSPENDED -> 403;
            case TLS_ON_PLAIN_PORT,
                    PLAIN_ON_TLS_PORT,
                    TLS_VERSION,
                    TLS_CIPHER,
                    TLS_CERTIFICATE_REFUSED,
                    TLS_FAILED,
                    NO_COMMON_SUBPROTOCOL -> 400;
            case TOO_MANY_FAILURES -> 429;
            case TOO_MANY_CONNECTIONS, SHUTTING_DOWN, STORE_UNAVAILABLE -> 503;
        };
    }

    private static String printable(String path) {
        return path.replaceAll("\\p{Cntrl}", "?");
    }
}
