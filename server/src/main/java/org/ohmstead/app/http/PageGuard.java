package org.ohmstead.app.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.ohmstead.access.Principal;
import org.ohmstead.api.Refused;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.tenants.Tenants;

/** Who may see the pages that have no route of the API: its description, and the metrics. */
@Singleton
public class PageGuard {
    private static final String METRICS = "/metrics";
    private static final String METRICS_PERMISSION = "status.read";

    private final Authenticator authenticator;
    private final Tenants tenants;
    private final RequestLimits limits;
    private final boolean openMetrics;

    @Inject
    public PageGuard(Authenticator authenticator, RequestLimits limits, Tenants tenants, Settings settings) {
        this.authenticator = authenticator;
        this.limits = limits;
        this.tenants = tenants;
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
                .executeBlocking(() -> shown(request), false)
                .onSuccess(who -> decide(request, metrics, who))
                .onFailure(failure -> {
                    if (failure instanceof Problem problem) {
                        RequestDoor.answer(request, problem);
                    } else if (failure instanceof Refused refused) {
                        RequestDoor.answer(request, Problem.of(refused));
                    } else {
                        request.fail(failure);
                    }
                });
    }

    private Optional<Principal> shown(RoutingContext request) {
        Optional<Principal> who = authenticator.of(request);
        limits.takeOf(request, who.orElse(null));
        who.ifPresent(it -> RouteGuard.mustBeServed(tenants, it));
        return who;
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
