package org.ohmstead.app.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.ohmstead.access.Principal;
import org.ohmstead.app.settings.Settings;

/** Who may see the pages that have no route of the API: its description, and the metrics. */
@Singleton
public class PageGuard {
    private static final String METRICS = "/metrics";
    private static final String METRICS_PERMISSION = "status.read";

    private final Authenticator authenticator;
    private final boolean openMetrics;

    @Inject
    public PageGuard(Authenticator authenticator, Settings settings) {
        this.authenticator = authenticator;
        this.openMetrics = settings.access().openMetrics();
    }

    /** Lets the request pass, or answers it, once it is known who asks. */
    public void handle(RoutingContext request, String path) {
        boolean metrics = path.startsWith(METRICS);
        if (metrics && openMetrics) {
            request.next();
            return;
        }
        request.request().pause();
        request.vertx()
                .executeBlocking(() -> authenticator.of(request), false)
                .onSuccess(who -> decide(request, metrics, who))
                .onFailure(failure -> {
                    if (failure instanceof Problem problem) {
                        RequestDoor.answer(request, problem);
                    } else {
                        request.fail(failure);
                    }
                });
    }

    private static void decide(RoutingContext request, boolean metrics, Optional<Principal> who) {
        if (who.isEmpty()) {
            RequestDoor.answer(request, RouteGuard.unknown(request));
        } else if (metrics && !who.get().permissions().allows(METRICS_PERMISSION)) {
            RequestDoor.answer(request, RouteGuard.forbidden(who.get(), METRICS_PERMISSION));
        } else {
            request.request().resume();
            request.next();
        }
    }
}
