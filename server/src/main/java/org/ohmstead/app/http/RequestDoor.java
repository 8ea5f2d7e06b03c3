package org.ohmstead.app.http;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.app.settings.HttpSettings;
import org.ohmstead.app.settings.Loopback;
import org.ohmstead.app.settings.Networks;
import org.ohmstead.app.socket.listening.HttpTurns;
import org.ohmstead.tenants.Tenant;

/**
 * What every HTTP request passes first. Nobody signs in yet, so whoever reaches the API may do everything: programs on this
 * machine may, under a name of this machine; who comes from elsewhere, through a proxy too, shows the {@link ApiToken}; a web page
 * of somebody else never may, whatever it shows.
 */
public final class RequestDoor {
    /** Under which Quarkus keeps how much of a body of unknown length is read. */
    private static final String READ_AT_MOST = "io.quarkus.max-request-size";

    /** What Quarkus serves by itself, whatever the method. */
    private static final Pattern PAGES = Pattern.compile("/(docs|openapi|metrics)(/.*)?");

    private static final String TRUSTED = "ohmstead.trusted";
    private static final String ACTOR = "ohmstead.actor";
    private static final String IDLE = "idle";
    private static final Actor API_TOKEN =
            new Actor(Tenant.DEFAULT.scope(), Actor.Kind.API_KEY, "api-token", Actor.Origin.WITHIN);

    /** Without a byte of it. */
    private static final long LONGEST_ANSWER_MINUTES = 15;

    /** Any of them says that somebody else stands behind who asks. */
    private static final List<String> OF_PROXIES = List.of(
            "Forwarded",
            "Via",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Real-IP",
            "CF-Connecting-IP");

    private static final Problem FOREIGN_PAGE = new Problem(
            403,
            "Foreign page",
            "A page of another origin asked; only pages that this server itself has sent may, and programs that send neither"
                    + " Origin nor Sec-Fetch-Site. If the server's users type in another URL, set public-url to it.",
            null);

    private static final Pattern HOST = Pattern.compile("(?:[A-Za-z0-9._~-]+|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?");

    private final HttpSettings settings;
    private final ApiToken token;
    private final ToIntFunction<String> largestBody;
    private final Dashboard dashboard;

    /** @param largestBody of a path, in bytes */
    public RequestDoor(HttpSettings settings, ApiToken token, ToIntFunction<String> largestBody, Dashboard dashboard) {
        this.settings = settings;
        this.token = token;
        this.largestBody = largestBody;
        this.dashboard = dashboard;
    }

    /** Lets the request pass, or answers it. */
    public void handle(RoutingContext request) {
        Correlation.assign(request);
        boolean shown = token.isShownBy(request.request().getHeader("Authorization"));
        boolean trusted = shown || isLocal(request.request());
        request.put(TRUSTED, trusted);
        request.put(ACTOR, shown ? API_TOKEN : Actor.LOCAL);
        Problem problem = refusal(request, trusted);
        keepAlive(request.request().connection(), trusted && problem == null);
        if (problem == null) {
            request.next();
            return;
        }
        answer(request.request(), problem, Correlation.of(request));
    }

    private static void answer(HttpServerRequest request, Problem problem, String id) {
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", ProblemBody.MEDIA_TYPE)
                .putHeader("Connection", "close");
        if (problem.status() == 405) {
            request.response().putHeader("Allow", "GET, HEAD");
        } else if (problem.status() == 401) {
            request.response().putHeader("WWW-Authenticate", ApiToken.CHALLENGES);
        }
        request.resume();
        request.response().end(ProblemBody.of(problem, id).json()).onComplete(done -> request.connection()
                .close());
    }

    /** Whether who asks may do everything. */
    static boolean isTrusted(RoutingContext request) {
        return Boolean.TRUE.equals(request.get(TRUSTED));
    }

    /** Who asks, where {@link #isTrusted} says that they may. */
    static Actor actor(RoutingContext request) {
        return Objects.requireNonNull(request.<Actor>get(ACTOR), "the door was not passed");
    }

    static Problem tokenNeeded() {
        return new Problem(
                401,
                "API token needed",
                "From another machine, through a proxy, or when the server listens beyond loopback, the API asks for its token:"
                        + " send Authorization: Bearer TOKEN; in a browser give any user name, and the token as the password."
                        + " The server says at its start where the token is; OHMSTEAD_API_TOKEN sets another.",
                null);
    }

    private @Nullable Problem refusal(RoutingContext routing, boolean trusted) {
        if (isForeignPage(routing.request())) {
            return FOREIGN_PAGE;
        }
        Problem misaddressed = misaddressed(routing.request());
        return misaddressed == null ? refusal(routing.request(), routing.normalizedPath(), trusted) : misaddressed;
    }

    private @Nullable Problem misaddressed(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll("Host");
        boolean wellFormed = hosts.isEmpty()
                ? request.version() == HttpVersion.HTTP_1_0
                : hosts.size() == 1 && HOST.matcher(hosts.getFirst()).matches();
        if (!wellFormed) {
            return new Problem(
                    400, "Malformed Host", "The header Host is missing, stands twice or is no host and port.", null);
        }
        return isOurs(request)
                ? null
                : new Problem(
                        403,
                        "Unknown Host",
                        "This server is not reached under that name. Use its address, or set public-url to the URL that its"
                                + " users type in.",
                        null);
    }

    private @Nullable Problem refusal(HttpServerRequest request, @Nullable String normalized, boolean trusted) {
        String path = String.valueOf(normalized);
        // Resources are judged by their route (RouteGuard); here is what has none: pages, metrics, the API's document.
        boolean isJudgedThere = path.startsWith("/api/") || path.equals("/health") || path.startsWith("/health/");
        if (!trusted && !isJudgedThere && !dashboard.answers(request, path)) {
            return tokenNeeded();
        }
        if ((PAGES.matcher(path).matches() || dashboard.owns(path)) && !Dashboard.isRead(request.method())) {
            return new Problem(
                    405,
                    "Method Not Allowed",
                    "This page can be read only, with GET or HEAD; the API is at /api/v1.",
                    null);
        }
        if (hasBody(request) && request.getHeader("Content-Type") == null) {
            return new Problem(
                    415, "Content-Type missing", "Say what the body is, such as Content-Type: application/json.", null);
        }
        int largest = largestBody.applyAsInt(path);
        return declaredLength(request) > largest
                ? new Problem(
                        413, "Body too large", "The body is too large; allowed is " + (largest >> 20) + " MiB.", null)
                : null;
    }

    /** For bodies that do not say how long they are; behind Quarkus's own limit, which knows one for all. */
    public void limitBody(RoutingContext request) {
        request.put(READ_AT_MOST, (long) largestBody.applyAsInt(String.valueOf(request.normalizedPath())));
        request.next();
    }

    /** Browsers say where a page comes from that asks something else than to be shown. */
    public boolean isForeignPage(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        String site = request.getHeader("Sec-Fetch-Site");
        boolean navigation =
                request.method() == HttpMethod.GET && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
        return origin != null && !isOwnOrigin(origin, request)
                || ("cross-site".equals(site) || "same-site".equals(site)) && !navigation;
    }

    /** A name that was made to point at this machine is that of somebody's page, though the page itself came from there. */
    private boolean isOwnOrigin(String origin, HttpServerRequest request) {
        String own = String.valueOf(request.getHeader("Host"));
        boolean same = origin.equalsIgnoreCase("http://" + own) || origin.equalsIgnoreCase("https://" + own);
        return same && (isOurs(request) || !settings.isLoopback())
                || !settings.publicUrl().isEmpty() && origin.equalsIgnoreCase(origin(settings.publicUrl()));
    }

    private static String origin(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static boolean hasBody(HttpServerRequest request) {
        return declaredLength(request) > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /**
     * Nobody but programs on this machine. A proxy here speaks for others: what it says gives it away, and so does HTTP/1.0,
     * which proxies speak that say nothing (nginx as it comes); whoever names proxies in the settings has one.
     */
    private boolean isLocal(HttpServerRequest request) {
        return settings.isLoopback()
                && settings.trustedProxies().isEmpty()
                && request.version() != HttpVersion.HTTP_1_0
                && Loopback.isAddress(request.remoteAddress().hostAddress())
                && OF_PROXIES.stream().noneMatch(header -> request.headers().contains(header))
                && isLoopbackName(name(request));
    }

    private static String name(HttpServerRequest request) {
        String host = request.authority() == null ? "" : request.authority().host();
        return host.toLowerCase(Locale.ROOT).replace("[", "").replace("]", "");
    }

    private boolean isOurs(HttpServerRequest request) {
        return isOwnName(name(request)) || isPublicName(name(request));
    }

    /** Any other name was made to point at us from outside (DNS rebinding); an address was not. */
    private static boolean isOwnName(String host) {
        return isLoopbackName(host) || Networks.address(host).isPresent();
    }

    private static boolean isLoopbackName(String host) {
        return host.isEmpty() || host.equals("localhost") || host.endsWith(".localhost") || Loopback.isAddress(host);
    }

    private boolean isPublicName(String host) {
        return host.equalsIgnoreCase(settings.host())
                || !settings.publicUrl().isEmpty()
                        && host.equalsIgnoreCase(
                                URI.create(settings.publicUrl()).getHost());
    }

    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    /** Whoever has sent a whole request may wait for an answer longer than for a handshake, but not stand idle behind it. */
    private void keepAlive(HttpConnection connection, boolean proven) {
        HttpTurns.of(connection).ifPresent(turns -> turns.know(settings.httpIdleTimeout(), proven));
        if (connection instanceof ConnectionBase base) {
            ChannelPipeline pipeline = base.channelHandlerContext().pipeline();
            if (pipeline.get(IDLE) instanceof IdleStateHandler idle
                    && idle.getAllIdleTimeInMillis() < TimeUnit.MINUTES.toMillis(LONGEST_ANSWER_MINUTES)) {
                pipeline.replace(IDLE, IDLE, new IdleStateHandler(0, 0, LONGEST_ANSWER_MINUTES, TimeUnit.MINUTES));
            }
        }
    }
}
