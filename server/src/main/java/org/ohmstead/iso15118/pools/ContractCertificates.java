package org.ohmstead.iso15118.pools;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.iso15118.Iso15118Settings;
import org.ohmstead.iso15118.Kept;
import org.ohmstead.iso15118.fetch.Fetching;
import org.ohmstead.iso15118.fetch.NotAnswered;

/** Passes what vehicles want on to the pool, and its answers back, one by one where there are several (M01.FR.04 to 07). */
@Singleton
public final class ContractCertificates {
    /** A vehicle fetches the rest at once, or never. */
    private static final Duration REST = Duration.ofMinutes(5);

    private static final long MOST = 64L << 20;

    private record Key(long station, String digest) {}

    private final ContractPool pool;
    private final Clock clock;
    private final Kept<Key, List<String>> rest = new Kept<>(MOST);

    @Inject
    public ContractCertificates(Iso15118Settings settings, Fetching fetching, LabPki lab, Clock clock) {
        this(
                switch (settings.pool()) {
                    case NONE -> new NoPool();
                    case LAB -> new LabPool(lab);
                    case HUBJECT -> new HubjectPool(fetching, settings, clock);
                },
                clock);
    }

    ContractCertificates(ContractPool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * An answer for a vehicle.
     *
     * @param exi       EXI in Base64
     * @param remaining how many more the same question fetches; null: nobody asked for more
     */
    public record Given(String exi, @Nullable Integer remaining) {}

    /** @param most how many contracts the vehicle takes; null: it is of ISO 15118-2, and takes one */
    public Given ask(long station, ContractPool.Wish wish, @Nullable Integer most) throws NotAnswered {
        if (most == null) {
            return new Given(pool.ask(wish).getFirst(), null);
        }
        Key key = new Key(station, digest(wish.exi()));
        List<String> waiting = rest.get(key, clock.instant());
        List<String> answers = waiting == null ? pool.ask(wish) : waiting;
        List<String> wanted = answers.subList(0, Math.min(answers.size(), Math.max(1, most)));
        List<String> left = List.copyOf(wanted.subList(1, wanted.size()));
        if (left.isEmpty()) {
            rest.remove(key);
        } else {
            int size = left.stream().mapToInt(String::length).sum();
            rest.put(key, left, size, clock.instant().plus(REST));
        }
        return new Given(wanted.getFirst(), left.size());
    }

    public String poolName() {
        return pool.name();
    }

    /** @see ContractPool#test */
    String test() throws NotAnswered {
        return pool.test();
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // each JDK has it
        }
    }
}
