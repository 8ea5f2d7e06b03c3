package org.ohmstead.oidc;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.background.RateLimit;
import org.ohmstead.oidc.OidcFailure.Reason;

/**
 * The identity provider, which may be away when the server starts: it is asked when somebody wants in. What it says of itself and
 * its keys are kept for an hour; a key that is unknown is asked for, but not as often as somebody makes one up.
 */
@Singleton
class Provider {
    private static final Duration KEPT = Duration.ofHours(1);
    /** Where it was away nobody waits for it again so soon. */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(10);

    private static final int ASKED_FOR_KEYS = 5;
    private static final int MOST_KEYS = 100;

    private final OidcClientSettings settings;
    private final ProviderHttp http;
    private final Kept<ProviderMetadata> metadata;
    private final Kept<JWKSet> keys;
    private final RateLimit unknownKeys;

    @Inject
    Provider(OidcClientSettings settings, Clock clock) {
        this(settings, clock, new ProviderHttp());
    }

    Provider(OidcClientSettings settings, Clock clock, ProviderHttp http) {
        this.settings = settings;
        this.http = http;
        this.metadata = new Kept<>(clock, this::readMetadata);
        this.keys = new Kept<>(clock, this::readKeys);
        this.unknownKeys =
                new RateLimit(ASKED_FOR_KEYS, Duration.ofMinutes(1), ASKED_FOR_KEYS, RateLimit.nanosOf(clock));
    }

    /** Blocks when it is asked. @throws OidcFailure it is away */
    ProviderMetadata metadata() {
        return metadata.get(false);
    }

    /** Its public keys that fit a signature; empty: none does. Blocks when it is asked. @throws OidcFailure it is away */
    List<JWK> keys(JWSHeader header) {
        JWKMatcher fitting = JWKMatcher.forJWSHeader(header);
        if (fitting == null) {
            return List.of();
        }
        JWKSelector selector = new JWKSelector(fitting);
        List<JWK> known = selector.select(keys.get(false));
        return known.isEmpty() && unknownKeys.take() ? selector.select(keys.get(true)) : known;
    }

    /** @return what it answers to a code */
    ProviderHttp.Answer redeem(Map<String, String> form, @Nullable String authorization) {
        return http.post(metadata().token(), form, authorization);
    }

    private ProviderMetadata readMetadata() {
        return ProviderMetadata.of(http.get(URI.create(settings.discovery())), settings);
    }

    private JWKSet readKeys() {
        try {
            JWKSet all = JWKSet.parse(http.get(metadata().keys()));
            if (all.size() > MOST_KEYS) {
                throw new OidcFailure(
                        Reason.PROVIDER_AWAY, "The provider has " + all.size() + " keys; allowed are " + MOST_KEYS);
            }
            return all;
        } catch (ParseException e) {
            throw new OidcFailure(Reason.PROVIDER_AWAY, "The provider's keys cannot be read: " + e.getMessage());
        }
    }

    /** Read when it is needed, by one at a time. */
    private static final class Kept<T> {
        private final Clock clock;
        private final Supplier<T> reader;
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable T value;
        private Instant readAt = Instant.EPOCH;
        private @Nullable OidcFailure failure;
        private Instant failedAt = Instant.EPOCH;

        private Kept(Clock clock, Supplier<T> reader) {
            this.clock = clock;
            this.reader = reader;
        }

        /** @param again also where it is fresh */
        T get(boolean again) {
            lock.lock();
            try {
                Instant now = clock.instant();
                T known = value;
                if (known != null && !again && now.isBefore(readAt.plus(KEPT))) {
                    return known;
                }
                OidcFailure last = failure;
                if (last != null && now.isBefore(failedAt.plus(LEFT_ALONE))) {
                    return orThrow(known, last);
                }
                return read(known);
            } finally {
                lock.unlock();
            }
        }

        private T read(@Nullable T known) {
            try {
                T read = reader.get();
                value = read;
                readAt = clock.instant();
                failure = null;
                return read;
            } catch (OidcFailure away) {
                failure = away;
                failedAt = clock.instant();
                return orThrow(known, away);
            }
        }

        /** What was right an hour ago is better than nothing. */
        private static <T> T orThrow(@Nullable T known, OidcFailure away) {
            if (known == null) {
                throw away;
            }
            return known;
        }
    }
}
