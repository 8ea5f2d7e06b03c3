package org.ohmstead.app.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ohmstead.api.Refused;

/**
 * Sends browsers the files of the dashboard, which hold no data and so ask for no token. The dashboard has its pages in one file
 * and addresses of its own for them, so a browser that is to show an address which is nothing else gets that file.
 */
public final class Dashboard implements Handler<RoutingContext> {
    private static final String PAGE = "index.html";
    private static final String ASSETS = "/assets/";

    /** Below these an address is never a page of the dashboard, whether there is something or not. */
    private static final Pattern OF_OTHERS =
            Pattern.compile("/(api|ocpp|ws|health|metrics|openapi|docs|q|assets)(/.*)?", Pattern.CASE_INSENSITIVE);

    /** Scripts, styles, fonts and data come from here alone, and nobody shows us in a frame of theirs. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';"
                    + " manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    /** The name of an asset changes with its content. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private static final String ASK_AGAIN = "no-cache";

    private final StaticFiles files;

    /** That which was built with the server, or where there was no npm a page that says so. */
    public Dashboard() {
        this(StaticFiles.of(Dashboard.class.getClassLoader(), List.of("dashboard", "no-dashboard")));
    }

    Dashboard(StaticFiles files) {
        this.files = files;
    }

    /** Whether nobody else answers there, whatever the method. @param path normalised */
    boolean owns(String path) {
        return path.startsWith(ASSETS) || files.has(name(path));
    }

    /** Whether it is answered here. @param path normalised */
    boolean answers(HttpServerRequest request, String path) {
        return owns(path) || isShown(request) && !OF_OTHERS.matcher(path).matches();
    }

    /** A browser asks so for what its user will see, and a program for nothing. */
    private static boolean isShown(HttpServerRequest request) {
        String accepted = request.getHeader("Accept");
        return isRead(request.method()) && accepted != null && accepted.contains("text/html");
    }

    static boolean isRead(HttpMethod method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    private static String name(String path) {
        return path.equals("/") ? PAGE : path.substring(1);
    }

    @Override
    public void handle(RoutingContext routing) {
        String path = String.valueOf(routing.normalizedPath());
        if (!answers(routing.request(), path)) {
            routing.next();
            return;
        }
        HEADERS.forEach(routing.response()::putHeader);
        String name = files.has(name(path)) ? name(path) : PAGE;
        StaticFile known = files.known(name);
        if (path.startsWith(ASSETS) && !files.has(name(path))) {
            missing(routing);
        } else if (known != null) {
            send(routing.request(), path, known);
        } else {
            routing.vertx()
                    .executeBlocking(() -> files.read(name), false)
                    .onSuccess(file -> send(routing.request(), path, file))
                    .onFailure(routing::fail);
        }
    }

    /** A page in its place would be taken for a script. */
    private static void missing(RoutingContext routing) {
        Problem problem = Problem.of(Refused.notFound(
                "There is no such file; a page that asks for it may be of another version: load it again."));
        routing.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", ProblemBody.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .end(ProblemBody.of(problem, Correlation.of(routing)).json());
    }

    private static void send(HttpServerRequest request, String path, StaticFile file) {
        HttpServerResponse answer = request.response()
                .putHeader("ETag", file.tag())
                .putHeader("Cache-Control", path.startsWith(ASSETS) ? FOR_EVER : ASK_AGAIN)
                .putHeader("Vary", "Accept-Encoding");
        if (file.isAmong(request.getHeader("If-None-Match"))) {
            answer.setStatusCode(304).end();
            return;
        }
        StaticFile.Packed form = file.formFor(request.getHeader("Accept-Encoding"));
        // Vert.x itself sends no body to a HEAD.
        answer.putHeader("Content-Type", file.type())
                // Named in any case, or what is small already would be compressed at each answer.
                .putHeader("Content-Encoding", form.encoding())
                .putHeader("Content-Length", Integer.toString(form.content().length()))
                .end(form.content());
    }
}
