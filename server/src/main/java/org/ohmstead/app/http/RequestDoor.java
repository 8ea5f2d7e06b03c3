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
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.access.Loopback;
import org.ohmstead.access.Networks;
import org.ohmstead.app.settings.HttpSettings;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.app.socket.handshake.Proxies;
import org.ohmstead.app.socket.listening.HttpTurns;

/**
 * What every HTTP request passes first, before anybody knows who sent it: it must be addressed to us, come from no page of somebody
 * else's, and be no larger than its route takes. Who asks, and whether they may, {@link RouteGuard} decides by the route; the few
 * pages that have no route ask for a sign-in here.
 */
public final class RequestDoor {
    /** Under which Quarkus keeps how much of a body of unknown length is read. */
    private static final String READ_AT_MOST = "io.quarkus.max-request-size";

    /** What Quarkus serves by itself, whatever the method. */
    private static final Pattern PAGES = Pattern.compile("/(docs|openapi|metrics)(/.*)?");

    /** Of stations, whose links are secrets: by which name they reach us is theirs, and what a body is they seldom say. */
    private static final String FILES = "/files/";

    /** Of whoever asks whether certificates are revoked, under the name that stands in these. */
    private static final String REVOCATION = "/pki/";

    private static final String ORIGIN = "ohmstead.origin";
    private static final String SECURE = "ohmstead.secure";
    private static final String GUEST = "ohmstead.guest";
    private static final String IDLE = "idle";

    /** What is larger is a file, which may take its time. */
    private static final int LARGEST_MESSAGE = 8 << 20;

    /** Without a byte of it. */
    private static final long LONGEST_ANSWER_MINUTES = 15;

    private static final Problem FOREIGN_PAGE = new Problem(
            403,
            "Foreign page",
            "A page of another origin asked; only pages that this server itself has sent may, and programs that send"
                    + " neither Origin nor Sec-Fetch-Site. If the server's users type in another URL, set public-url to"
                    + " it.",
            null);

    private static final Pattern HOST = Pattern.compile("(?:[A-Za-z0-9._~-]+|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?");

    private final HttpSettings settings;
    private final Proxies proxies;
    private final ToIntFunction<String> largestBody;
    private final Dashboard dashboard;
    private final Cors cors;
    private final BiConsumer<RoutingContext, String> pages;

    /**
     * @param largestBody of a path, in bytes
     * @param pages       who decides about those that have no route, by their path
     */
    public RequestDoor(
            Settings settings,
            ToIntFunction<String> largestBody,
            Dashboard dashboard,
            BiConsumer<RoutingContext, String> pages) {
        this.settings = settings.http();
        this.proxies = new Proxies(this.settings.trustedProxies());
        this.cors = new Cors(settings.access().corsOrigins());
        this.largestBody = largestBody;
        this.dashboard = dashboard;
        this.pages = pages;
    }

    /** The files that are sent to anybody. */
    public Dashboard dashboard() {
        return dashboard;
    }

    /** Lets the request pass, or answers it. */
    public void handle(RoutingContext request) {
        Correlation.assign(request);
        request.put(ORIGIN, new Actor.Origin(proxies.addressOf(request.request()), Correlation.of(request)));
        request.put(SECURE, isSecure(request.request()));
        SecurityHeaders.put(request, isSecure(request.request()));
        boolean guest = cors.allows(request.request());
        request.put(GUEST, guest);
        Problem problem = refusal(request, guest);
        keepAlive(request.request().connection(), largestBody.applyAsInt(path(request)));
        if (problem != null) {
            answer(request, problem);
        } else if (guest && cors.answer(request)) {
            return;
        } else if (!isJudgedByRoute(request)) {
            pages.accept(request, path(request));
        } else {
            request.next();
        }
    }

    static void answer(RoutingContext routing, Problem problem) {
        HttpServerRequest request = routing.request();
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", ProblemBody.MEDIA_TYPE)
                .putHeader("Connection", "close");
        if (problem.status() == 405) {
            request.response().putHeader("Allow", "GET, HEAD");
        } else if (problem.status() == 401) {
            request.response().putHeader("WWW-Authenticate", RouteGuard.CHALLENGE);
        }
        request.resume();
        request.response()
                .end(ProblemBody.of(problem, Correlation.of(routing)).json())
                .onComplete(done -> request.connection().close());
    }

    private static String path(RoutingContext request) {
        return String.valueOf(request.normalizedPath());
    }

    /** Whether the browser speaks TLS: to us, to a proxy that we believe, or under the URL that is published. */
    private boolean isSecure(HttpServerRequest request) {
        boolean byProxy = settings.trustedProxies().isEmpty()
                ? false
                : "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"))
                        && !proxies.addressOf(request)
                                .equals(request.remoteAddress().hostAddress());
        return request.isSSL() || byProxy || settings.publicUrl().startsWith("https://");
    }

    /** Resources are judged by their route (RouteGuard), and the dashboard's files hold no data. */
    private boolean isJudgedByRoute(RoutingContext request) {
        String path = path(request);
        return path.startsWith("/api/")
                || path.startsWith(FILES)
                || path.startsWith(REVOCATION)
                || path.equals("/health")
                || path.startsWith("/health/")
                || dashboard.answers(request.request(), path);
    }

    /** From where a request came. @throws IllegalStateException if the door was not passed */
    static Actor.Origin origin(RoutingContext request) {
        Actor.Origin origin = request.get(ORIGIN);
        if (origin == null) {
            throw new IllegalStateException("the door was not passed");
        }
        return origin;
    }

    /** Whether the browser speaks TLS. */
    static boolean isSecure(RoutingContext request) {
        return Boolean.TRUE.equals(request.get(SECURE));
    }

    /** Whether a page of another origin asks, which the settings allow; never with a cookie. */
    static boolean isGuest(RoutingContext request) {
        return Boolean.TRUE.equals(request.get(GUEST));
    }

    private @Nullable Problem refusal(RoutingContext routing, boolean guest) {
        if (!guest && isForeignPage(routing.request())) {
            return FOREIGN_PAGE;
        }
        Problem misaddressed = misaddressed(routing.request(), path(routing));
        return misaddressed == null ? refusal(routing.request(), path(routing)) : misaddressed;
    }

    private @Nullable Problem misaddressed(HttpServerRequest request, String path) {
        List<String> hosts = request.headers().getAll("Host");
        boolean wellFormed = hosts.isEmpty()
                ? request.version() == HttpVersion.HTTP_1_0
                : hosts.size() == 1 && HOST.matcher(hosts.getFirst()).matches();
        if (!wellFormed) {
            return new Problem(
                    400, "Malformed Host", "The header Host is missing, stands twice or is no host and port.", null);
        }
        return isOurs(request) || path.startsWith(FILES) || path.startsWith(REVOCATION)
                ? null
                : new Problem(
                        403,
                        "Unknown Host",
                        "This server is not reached under that name. Use its address, or set public-url to the URL"
                                + " that its users type in.",
                        null);
    }

    private @Nullable Problem refusal(HttpServerRequest request, String path) {
        if ((PAGES.matcher(path).matches() || dashboard.owns(path)) && !Dashboard.isRead(request.method())) {
            return new Problem(
                    405,
                    "Method Not Allowed",
                    "This page can be read only, with GET or HEAD; the API is at /api/v1.",
                    null);
        }
        if (hasBody(request) && request.getHeader("Content-Type") == null && !path.startsWith(FILES)) {
            return new Problem(
                    415, "Content-Type missing", "Say what the body is, such as Content-Type: application/json.", null);
        }
        int largest = largestBody.applyAsInt(path);
        return declaredLength(request) > largest ? Problem.tooLarge(largest) : null;
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

    private static String name(HttpServerRequest request) {
        String host = request.authority() == null ? "" : request.authority().host();
        return host.toLowerCase(Locale.ROOT).replace("[", "").replace("]", "");
    }

    private boolean isOurs(HttpServerRequest request) {
        return isOwnName(name(request)) || isPublicName(name(request));
    }

    /** Any other name was made to point at us from outside (DNS rebinding); an address was not. */
    private static boolean isOwnName(String host) {
        return Loopback.isName(host) || Networks.address(host).isPresent();
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
    private void keepAlive(HttpConnection connection, int largest) {
        HttpTurns.of(connection).ifPresent(turns -> {
            turns.know(settings.httpIdleTimeout());
            if (largest > LARGEST_MESSAGE) {
                turns.takeFile();
            }
        });
        if (connection instanceof ConnectionBase base) {
            ChannelPipeline pipeline = base.channelHandlerContext().pipeline();
            if (pipeline.get(IDLE) instanceof IdleStateHandler idle
                    && idle.getAllIdleTimeInMillis() < TimeUnit.MINUTES.toMillis(LONGEST_ANSWER_MINUTES)) {
                pipeline.replace(IDLE, IDLE, new IdleStateHandler(0, 0, LONGEST_ANSWER_MINUTES, TimeUnit.MINUTES));
            }
        }
    }
}
