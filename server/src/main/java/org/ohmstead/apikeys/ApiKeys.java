package org.ohmstead.apikeys;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.access.Networks;
import org.ohmstead.access.PermissionWords;
import org.ohmstead.access.Permissions;
import org.ohmstead.access.Principal;
import org.ohmstead.access.RandomSecrets;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.roles.Roles;
import org.ohmstead.stations.groups.GroupLimit;
import org.ohmstead.stations.groups.StationGroups;

/** Keys of programs and partners: {@code omk_PREFIX_SECRET}, so that scanners for leaked secrets find them. */
@Singleton
public class ApiKeys implements GroupLimit {
    private static final Pattern KEY = Pattern.compile("omk_([a-z2-7]{10})_([A-Za-z0-9_-]{43})");
    private static final int PREFIX_BYTES = 7;
    private static final int PREFIX_LENGTH = 10;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NETWORKS = 1_000;
    private static final int MOST = 10_000;
    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);

    private final SqlApiKeyStore store;
    private final PermissionWords words;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public ApiKeys(SqlApiKeyStore store, PermissionWords words, AuditLog audit, Clock clock) {
        this.store = store;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a new key is to be. @param expiresAt null: never */
    public record Wanted(
            String name,
            Set<String> permissions,
            Set<Long> stationGroups,
            String networks,
            @Nullable Instant expiresAt) {}

    /**
     * The key that was shown, if it lets somebody in from there. Blocks now and then.
     *
     * @param address null: nobody knows, then a key for certain networks does not count
     */
    public Optional<ApiKey> shown(String text, @Nullable String address) {
        Matcher parts = KEY.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Instant now = now();
        Optional<ApiKey> found = store.byPrefix(parts.group(1))
                .filter(key -> RandomSecrets.matches(parts.group(2), key.secretHash()))
                .filter(key -> key.counts(now))
                .filter(key -> isFrom(key, address));
        found.filter(key -> isDue(key, now)).ifPresent(key -> store.used(key, now, address));
        return found;
    }

    /** Who came in with a key a while ago, as the key lets in now; empty: it does not. Does not count as a use. */
    public Optional<Principal> again(Principal who) {
        Actor.Origin origin = who.actor().origin();
        return store.byPrefix(who.actor().name())
                .filter(key -> new Principal.Key(key.id()).equals(who.proof()))
                .filter(key -> key.counts(now()))
                .filter(key -> isFrom(key, origin.address()))
                .map(key -> principal(key, origin));
    }

    /** Who comes in with a key that counts. */
    public static Principal principal(ApiKey key, Actor.Origin origin) {
        return new Principal(
                Actor.apiKey(key.tenant(), key.stationGroups(), key.prefix(), origin),
                key.permissions(),
                key.stationGroups(),
                new Principal.Key(key.id()));
    }

    private static boolean isDue(ApiKey key, Instant now) {
        Instant used = key.usedAt();
        return used == null || used.plus(NOTED_EVERY).isBefore(now);
    }

    private static boolean isFrom(ApiKey key, @Nullable String address) {
        return key.networks().isEmpty()
                || address != null
                        && Networks.address(address)
                                .map(Networks.of(key.networks()).orElseThrow()::contain)
                                .orElse(false);
    }

    Page<ApiKey> page(long tenant, Limit limit, @Nullable Cursor after) {
        return Page.of(store.page(tenant, limit.rows() + 1, after), limit, key -> Cursor.at(key.id()));
    }

    ApiKey get(long tenant, long id) {
        return store.find(tenant, id).orElseThrow(() -> notFound(id));
    }

    /**
     * Makes a key.
     *
     * @throws Refused invalid; not allowed: it would let others do what who makes it may not
     */
    public ApiKey.Made create(Principal by, Wanted wanted) {
        check(wanted);
        words.check("permissions", wanted.permissions());
        Permissions permissions = new Permissions(wanted.permissions());
        Roles.mayGive(by, "permissions", permissions, wanted.stationGroups());
        long tenant = by.actor().tenant();
        String prefix = new Base32()
                .encodeToString(RandomSecrets.bytes(PREFIX_BYTES))
                .substring(0, PREFIX_LENGTH)
                .toLowerCase(Locale.ROOT);
        String secret = RandomSecrets.make();
        Instant now = now();
        return store.write(null, tx -> {
            if (SqlApiKeyStore.counting(tx, tenant, now) >= MOST) {
                throw Refused.conflict(null, "There are " + MOST + " keys, which is the most. Revoke some first.");
            }
            StationGroups.check(tx, by.actor().scope(), "stationGroups", wanted.stationGroups());
            ApiKey key = SqlApiKeyStore.insert(
                    tx,
                    new ApiKey(
                            0,
                            tenant,
                            wanted.name().strip(),
                            prefix,
                            RandomSecrets.hash(secret),
                            permissions,
                            wanted.stationGroups(),
                            wanted.networks(),
                            by.actor().word(),
                            now,
                            wanted.expiresAt(),
                            null,
                            null,
                            null));
            audit.record(tx, by.actor(), AuditEntry.created("api-key", key.id(), fields(key)));
            return new ApiKey.Made(key, "omk_" + prefix + "_" + secret);
        });
    }

    /** From now on it lets nobody in. @param check of what stands */
    ApiKey revoke(Principal by, long id, Consumer<ApiKey> check) {
        long tenant = by.actor().tenant();
        ApiKey known = get(tenant, id);
        return store.write(known.prefix(), tx -> {
            ApiKey key = SqlApiKeyStore.find(tx, tenant, id).orElseThrow(() -> notFound(id));
            check.accept(key);
            Roles.mayGive(by, "permissions", key.permissions(), key.stationGroups());
            if (key.revokedAt() == null) {
                SqlApiKeyStore.revoke(tx, key, now());
                audit.record(tx, by.actor(), AuditEntry.done("api-key", id, "revoked"));
            }
            return SqlApiKeyStore.find(tx, tenant, id).orElseThrow();
        });
    }

    /** Of keys that let somebody in. */
    @Override
    public List<String> limitedTo(Tx tx, long tenant, long group) {
        return SqlApiKeyStore.limited(tx, tenant, now()).stream()
                .filter(key -> key.stationGroups().contains(group))
                .map(key -> "the API key " + key.id() + " (" + key.name() + ")")
                .toList();
    }

    private void check(Wanted wanted) {
        String name = wanted.name();
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw Refused.invalid("name", "name must be 1 to " + LONGEST_NAME + " printable characters.");
        }
        if (wanted.permissions().isEmpty()) {
            throw Refused.invalid("permissions", "permissions is empty; a key that may do nothing is none.");
        }
        if (wanted.networks().length() > LONGEST_NETWORKS
                || Networks.of(wanted.networks()).isEmpty()) {
            throw Refused.invalid(
                    "networks",
                    "networks has '" + wanted.networks()
                            + "'; allowed are addresses and networks such as 203.0.113.7 and" + " 2001:db8::/32.");
        }
        Instant expires = wanted.expiresAt();
        if (expires != null && !expires.isAfter(now())) {
            throw Refused.invalid("expiresAt", "expiresAt is " + expires + ", which is over. Give a time to come.");
        }
    }

    private static Map<String, Object> fields(ApiKey key) {
        Map<String, Object> fields = new TreeMap<>(Map.of(
                "name", key.name(),
                "prefix", key.prefix(),
                "permissions", new TreeSet<>(key.permissions().words()),
                "stationGroups", new TreeSet<>(key.stationGroups()),
                "networks", key.networks()));
        Instant expires = key.expiresAt();
        if (expires != null) {
            fields.put("expiresAt", expires.toString());
        }
        return fields;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Refused notFound(long id) {
        return Refused.notFound("There is no API key " + id + ".");
    }
}
