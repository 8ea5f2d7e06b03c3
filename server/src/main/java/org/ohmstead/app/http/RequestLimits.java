package org.ohmstead.app.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Networks;
import org.ohmstead.access.Principal;
import org.ohmstead.api.Refused;
import org.ohmstead.app.settings.AccessSettings;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.background.RateLimit;

/**
 * How many requests somebody may send: a user and a key each so many, wherever they ask from, and an address so many that nobody
 * has proven. Every answer says how many are left (draft-ietf-httpapi-ratelimit-headers). At this node alone.
 */
@Singleton
public class RequestLimits {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int REMEMBERED = 100_000;
    /** So many seconds' worth may come at once. */
    private static final int BURST_SECONDS = 4;

    private final Cache<String, RateLimit> limits = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(Duration.ofMinutes(5))
            .executor(Runnable::run)
            .build();
    private final AccessSettings settings;
    private final LongSupplier nanos;

    @Inject
    public RequestLimits(Settings settings, Clock clock) {
        this.settings = settings.access();
        this.nanos = RateLimit.nanosOf(clock);
    }

    /**
     * Counts a request.
     *
     * @param who sent it; null: nobody has proven that, and the address counts
     * @throws Refused too many
     */
    void takeOf(RoutingContext request, @Nullable Principal who) {
        int perSecond = who == null ? settings.requestsPerAddress() : settings.requestsPerUser();
        boolean limited = who == null || !(who.proof() instanceof Principal.Local);
        if (perSecond == 0 || !limited) {
            return;
        }
        String key = who == null
                ? "address:"
                        + Networks.household(
                                String.valueOf(RequestDoor.origin(request).address()))
                : who.id();
        int atOnce = perSecond * BURST_SECONDS;
        RateLimit limit = limits.get(key, absent -> new RateLimit(perSecond, SECOND, atOnce, nanos));
        boolean taken = limit.take();
        long left = limit.left();
        HttpServerResponse response = request.response();
        response.putHeader("RateLimit-Limit", Integer.toString(atOnce));
        response.putHeader("RateLimit-Remaining", Long.toString(left));
        response.putHeader("RateLimit-Reset", Long.toString((atOnce - left + perSecond - 1) / perSecond));
        if (!taken) {
            throw Refused.tooMany(
                    "More than " + perSecond + " requests a second came from "
                            + (who == null ? "this address" : who.actor().word())
                            + ". Send fewer; the settings requests-per-user and requests-per-address allow more.",
                    SECOND);
        }
    }
}
