package org.ohmstead.payments.gateways;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
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

    /** @throws Refused in conflict: it cannot be read, because it was encrypted with another key than the server has */
    public String key(AccountKey which) {
        String key = keys.get(which);
        if (key == null) {
            throw Refused.conflict(
                    which.field(),
                    "The " + which.field() + " of account " + id + " (" + gateway
                            + ") cannot be read: put the right encryption-key back, or set it anew with PATCH"
                            + " /api/v1/payment-gateways/" + id + ".");
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
