package org.ohmstead.app.openapi;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The API's description as the build has written it, in JSON and in YAML. Quarkus would read it at each start and write it
 * again, which takes a fifth of the whole start.
 */
public final class ApiDocument implements Handler<RoutingContext> {
    private static final String PATH = "/openapi";
    private static final Set<String> PATHS = Set.of(PATH, PATH + ".json", PATH + ".yaml", PATH + ".yml");

    /** To be called before Quarkus starts: it finds no document then, and leaves it at that. */
    public static void keepFromStart() {
        OpenApiConstants.classLoader = new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader());
    }

    @Override
    public void handle(RoutingContext request) {
        if (!PATHS.contains(String.valueOf(request.normalizedPath()))) {
            request.next();
            return;
        }
        boolean json = isJson(request);
        request.vertx()
                .executeBlocking(() -> read(json ? "JSON" : "YAML"), false)
                .onSuccess(content -> request.response()
                        .putHeader("Content-Type", json ? "application/json" : "application/yaml")
                        .end(content))
                .onFailure(request::fail);
    }

    private static boolean isJson(RoutingContext request) {
        String path = String.valueOf(request.normalizedPath());
        String format = request.request().getParam("format");
        String accepted = request.request().getHeader("Accept");
        return path.endsWith(".json")
                || path.equals(PATH) && ("json".equalsIgnoreCase(format) || format == null && asksForJson(accepted));
    }

    private static boolean asksForJson(@Nullable String accepted) {
        return accepted != null && accepted.contains("application/json");
    }

    private static Buffer read(String format) {
        String name = OpenApiConstants.BASE_NAME + "." + format;
        try (InputStream in = ApiDocument.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the build has left no " + name);
            }
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
