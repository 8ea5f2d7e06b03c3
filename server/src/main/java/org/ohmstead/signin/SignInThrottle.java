package org.ohmstead.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Networks;
import org.ohmstead.api.Refused;
import org.ohmstead.background.RateLimit;

/**
 * How often somebody may guess. Each address has a number of tries, and each account, whether it exists or not; so guessing from
 * a thousand addresses is as slow as from one. A browser in which somebody has signed in before has tries of its own
 * ("device cookies"), so whoever guesses at an account does not lock its owner out. At this node alone, and forgotten by a
 * restart.
 */
@Singleton
public class SignInThrottle {
    private static final int OF_AN_ADDRESS = 30;
    private static final int OF_AN_ACCOUNT = 10;
    private static final int AT_ONCE = 10;
    private static final Duration PERIOD = Duration.ofMinutes(15);
    private static final int REMEMBERED = 200_000;

    private final Cache<String, RateLimit> limits = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(PERIOD.multipliedBy(2))
            .executor(Runnable::run)
            .build();
    private final LongSupplier nanos;

    @Inject
    public SignInThrottle(Clock clock) {
        this.nanos = RateLimit.nanosOf(clock);
    }

    /** A try that was let through; it is given back when it turns out to be the right one. */
    public record Try(List<RateLimit> taken) {
        public void giveBack() {
            taken.forEach(RateLimit::giveBack);
        }
    }

    /**
     * Takes one try.
     *
     * @param account as it was typed; null: it is about none
     * @param device  that has signed in to this account before; null: none
     * @throws Refused too many
     */
    public Try take(@Nullable String address, @Nullable String account, @Nullable String device) {
        RateLimit ofAddress =
                limit("address " + (address == null ? "" : Networks.household(address)), OF_AN_ADDRESS, OF_AN_ADDRESS);
        Stream<RateLimit> ofAccount = account == null
                ? Stream.of()
                : Stream.of(limit(
                        device == null ? "account " + account : "device " + account + " " + device,
                        OF_AN_ACCOUNT,
                        AT_ONCE));
        List<RateLimit> all = Stream.concat(Stream.of(ofAddress), ofAccount).toList();
        Duration wait =
                all.stream().map(RateLimit::untilNext).max(Duration::compareTo).orElse(Duration.ZERO);
        if (!wait.isZero() || !all.stream().allMatch(RateLimit::take)) {
            long seconds = Math.max(1, wait.toSeconds() + 1);
            throw Refused.tooMany(
                    "Too many tries. Try again in " + seconds
                            + " s; an owner can unlock the account, and so can ./ohmstead admin unlock on the server.",
                    Duration.ofSeconds(seconds));
        }
        return new Try(all);
    }

    private RateLimit limit(String key, int most, int atOnce) {
        return limits.get(key, absent -> new RateLimit(most, PERIOD, atOnce, nanos));
    }

    /** Whoever guessed at an account is forgotten. @param account as it was typed */
    public void unlock(String account) {
        limits.asMap()
                .keySet()
                .removeIf(key -> key.equals("account " + account) || key.startsWith("device " + account + " "));
    }
}
