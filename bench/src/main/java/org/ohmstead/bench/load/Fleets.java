package org.ohmstead.bench.load;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Which stations a scenario has. */
public final class Fleets {
    private Fleets() {}

    public static List<String> identities(int count) {
        return IntStream.range(0, count).mapToObj(i -> "BENCH-%06d".formatted(i)).toList();
    }

    /** One card for each station. */
    public static List<String> tokens(int count) {
        return IntStream.range(0, count).mapToObj("04BE%08X"::formatted).toList();
    }

    /** Every station sends Heartbeats; the versions take turns. */
    public static List<Fleet.Plan> heartbeats(int count, List<Version> versions) {
        List<Fleet.Plan> plans = new ArrayList<>();
        List<String> identities = identities(count);
        for (int i = 0; i < count; i++) {
            String identity = identities.get(i);
            plans.add(new Fleet.Plan(identity, new Heartbeats(identity, versions.get(i % versions.size()))));
        }
        return plans;
    }

    /** Every station charges, one session after the other; the versions take turns. */
    public static List<Fleet.Plan> sessions(int count, List<Version> versions, Clock clock) {
        Now now = new Now(clock);
        List<Fleet.Plan> plans = new ArrayList<>();
        List<String> identities = identities(count);
        List<String> tokens = tokens(count);
        String run = Long.toString(clock.millis(), Character.MAX_RADIX);
        for (int i = 0; i < count; i++) {
            Version version = versions.get(i % versions.size());
            String identity = identities.get(i);
            Script script =
                    switch (version) {
                        case V16 -> new Sessions16(identity, tokens.get(i), now);
                        case V201, V21 -> new Sessions2(identity, tokens.get(i), version, now, run + "-" + i);
                    };
            plans.add(new Fleet.Plan(identity, script));
        }
        return plans;
    }
}
