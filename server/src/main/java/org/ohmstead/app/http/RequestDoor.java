package org.ohmstead.app.http;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Problem;
import org.ohmstead.app.settings.HttpSettings;
import org.ohmstead.app.settings.Loopback;

/**
 * What every HTTP request passes first. There are no users yet, so whoever reaches the API may do everything: it answers on
 * loopback alone, and only under a name of this machine, so that no web page in a browser here can talk to it either.
 */
public final class RequestDoor {
    /** The API has nothing larger, but for commands. */
    private static final int LARGEST_BODY = 1 << 20;

    /** A local list of 20,000 tokens has some 3 MB. As {@code quarkus.http.limits.max-body-size}, which allows it everywhere. */
    private static final int LARGEST_COMMAND = 8 << 20;

    private static final Pattern COMMANDS = Pattern.compile("/api/v1/stations/[^/]+/commands/?");

    /** Under which Quarkus keeps how much of a body of unknown length is read. */
    private static final String READ_AT_MOST = "io.quarkus.max-request-size";

    private static final String IDLE = "idle";
    private static final long KEPT_ALIVE_MINUTES = 15;

    private final HttpSettings settings;

    public RequestDoor(HttpSettings settings) {
        this.settings = settings;
    }

    /** Lets the request pass, or answers it. */
    public void handle(RoutingContext request) {
        Correlation.assign(request);
        keepAlive(request.request().connection());
        Problem problem = refusal(request.request());
        if (problem == null) {
            request.next();
            return;
        }
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", ProblemBody.MEDIA_TYPE)
                .putHeader("Connection", "close");
        request.request().resume();
        request.response()
                .end(ProblemBody.of(problem, Correlation.of(request)).json())
                .onComplete(done -> request.request().connection().close());
    }

    private @Nullable Problem refusal(HttpServerRequest request) {
        String path = String.valueOf(request.path());
        boolean health = path.equals("/health") || path.startsWith("/health/");
        if (!health && !isLocal(request)) {
            return new Problem(
                    403,
                    "Local only",
                    "Until users can sign in, the API answers only on the machine that it runs on, under http://127.0.0.1:"
                            + settings.port() + " or http://localhost:" + settings.port()
                            + ". Stations connect at /ocpp/{identity}.",
                    null);
        }
        int largest = largestBody(path);
        return declaredLength(request) > largest
                ? new Problem(
                        413, "Body too large", "The body is too large; allowed is " + (largest >> 20) + " MiB.", null)
                : null;
    }

    /** For bodies that do not say how long they are; behind Quarkus's own limit, which knows one for all. */
    public void limitBody(RoutingContext request) {
        request.put(READ_AT_MOST, (long)
                largestBody(String.valueOf(request.request().path())));
        request.next();
    }

    private static int largestBody(String path) {
        return COMMANDS.matcher(path).matches() ? LARGEST_COMMAND : LARGEST_BODY;
    }

    /** A proxy on this machine speaks for others, so what it forwards is not local. */
    private static boolean isLocal(HttpServerRequest request) {
        return Loopback.isAddress(request.remoteAddress().hostAddress())
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && isOwnName(
                        request.authority() == null ? "" : request.authority().host());
    }

    /** Any other name was made to point at us from outside (DNS rebinding). */
    private static boolean isOwnName(String host) {
        String plain = host.toLowerCase(Locale.ROOT).replace("[", "").replace("]", "");
        return plain.isEmpty()
                || plain.equals("localhost")
                || plain.endsWith(".localhost")
                || Loopback.isAddress(plain);
    }

    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    /** Whoever has sent a whole request need no longer hurry, and may wait for an answer longer than for a handshake. */
    private static void keepAlive(HttpConnection connection) {
        if (connection instanceof ConnectionBase base) {
            ChannelPipeline pipeline = base.channelHandlerContext().pipeline();
            if (pipeline.get(IDLE) instanceof IdleStateHandler idle
                    && idle.getAllIdleTimeInMillis() < TimeUnit.MINUTES.toMillis(KEPT_ALIVE_MINUTES)) {
                pipeline.replace(IDLE, IDLE, new IdleStateHandler(0, 0, KEPT_ALIVE_MINUTES, TimeUnit.MINUTES));
            }
        }
    }
}
