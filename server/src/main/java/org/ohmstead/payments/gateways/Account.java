package org.ohmstead.payments.gateways;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.db.Scope;

/**
 * An organisation's account at a provider, with its secrets in clear. Of each provider there is one for tests and one for money.
 *
 * @param live    whether money moves
 * @param enabled whether new payments may use it; those that there are go on
 * @param keys    without those that it does not have
 */
public record Account(
        long id,
        long tenant,
        String gateway,
        boolean live,
        boolean enabled,
        Map<AccountKey, String> keys,
        Instant createdAt,
        Instant changedAt) {
    private static final String JOB = "payments";

    public Account {
        keys = Map.copyOf(keys);
    }

    /** @throws IllegalStateException if it has none, which {@link PaymentGateway#needs()} forbids */
    public String key(AccountKey which) {
        String key = keys.get(which);
        if (key == null) {
            throw new IllegalStateException("account " + id + " has no " + which.field());
        }
        return key;
    }

    public @Nullable String keyOrNull(AccountKey which) {
        return keys.get(which);
    }

    public String mode() {
        return mode(live);
    }

    static String mode(boolean live) {
        return live ? "live" : "test";
    }

    /** Whose payments are made here. */
    public Scope scope() {
        return actor().scope();
    }

    /** The server, by what the provider says. */
    public Actor actor() {
        return Actor.server(tenant, JOB);
    }

    /** Never its keys. */
    @Override
    public String toString() {
        return gateway + " account " + id + " (" + mode() + ")";
    }
}
