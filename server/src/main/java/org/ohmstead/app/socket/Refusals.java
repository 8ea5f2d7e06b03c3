package org.ohmstead.app.socket;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.lang.System.Logger.Level;
import org.ohmstead.app.socket.StationDoor.Knock;
import org.ohmstead.app.socket.StationDoor.TurnedAway;
import org.ohmstead.stations.Attempt;
import org.ohmstead.stations.Attempt.Reason;

/** Turns handshakes away: with the status that stations understand, a line in the log and a row in the list of attempts. */
public final class Refusals {
    /** Counts them. */
    @FunctionalInterface
    public interface Counted {
        void refused(String reason);
    }

    private static final System.Logger LOG = System.getLogger(Refusals.class.getName());
    private static final String RETRY_SECONDS = "30";

    private final LinkServices services;
    private final FailedHandshakes failures;
    private final Counted counted;

    Refusals(LinkServices services, FailedHandshakes failures, Counted counted) {
        this.services = services;
        this.failures = failures;
        this.counted = counted;
    }

    void refuse(HttpServerRequest request, Knock knock, TurnedAway away) {
        note(knock, away);
        int status = status(away.reason());
        HttpServerResponse response = request.response().setStatusCode(status);
        switch (status) {
            case 401 -> response.putHeader("WWW-Authenticate", "Basic realm=\"ohmstead\", charset=\"UTF-8\"");
            case 426 -> response.putHeader("Upgrade", "websocket");
            case 503 -> response.putHeader("Retry-After", RETRY_SECONDS);
            default -> {
                // the status says it all
            }
        }
        end(request, response, away.detail());
    }

    /** This one costs us nothing but the answer: no row and no line, or a flood would fill both. */
    void tooMany(HttpServerRequest request) {
        counted.refused("too_many_failures");
        HttpServerResponse response = request.response().setStatusCode(429).putHeader("Retry-After", "60");
        end(request, response, "too many failed attempts from this address, try again in a minute");
    }

    void note(Knock knock, TurnedAway away) {
        counted.refused(away.reason().word());
        String identity = knock.path().identity();
        LOG.log(
                Level.WARNING,
                "tenant={0} station={1} refused {2} from={3} path={4}: {5}",
                Long.toString(away.tenant()),
                identity == null ? "-" : identity,
                away.reason().word(),
                knock.address(),
                printable(knock.path().path()),
                away.detail());
        if (isFault(away.reason()) && failures.failed(knock.address())) {
            LOG.log(Level.WARNING, "from={0}: too many failed handshakes, answered 429 for a minute", knock.address());
        }
        services.door()
                .turnedAway(new Attempt(
                        away.tenant(),
                        services.clock().instant(),
                        knock.address(),
                        printable(knock.path().path()),
                        identity,
                        knock.subprotocols(),
                        away.reason(),
                        away.detail()));
    }

    private static void end(HttpServerRequest request, HttpServerResponse response, String text) {
        // The rest of a request that we do not want is not worth waiting for.
        response.putHeader("Connection", "close").putHeader("Content-Type", "text/plain; charset=utf-8");
        request.resume();
        response.end(text + "\n").onComplete(done -> request.connection().close());
    }

    private static int status(Reason reason) {
        return switch (reason) {
            case NO_IDENTITY, UNKNOWN_TENANT, UNKNOWN_IDENTITY -> 404;
            case NO_CREDENTIALS, WRONG_USER_NAME, WRONG_PASSWORD -> 401;
            case NO_COMMON_SUBPROTOCOL, BAD_HANDSHAKE -> 426;
            case TLS_ON_PLAIN_PORT -> 400;
            case TOO_MANY_CONNECTIONS, SHUTTING_DOWN, STORE_UNAVAILABLE -> 503;
        };
    }

    /** What is our own state must not lock anybody out. */
    private static boolean isFault(Reason reason) {
        return status(reason) != 503;
    }

    private static String printable(String path) {
        return path.replaceAll("\\p{Cntrl}", "?");
    }
}
