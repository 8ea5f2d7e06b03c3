package org.ohmstead.bench.load;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Which stations a scenario has. */
public final class Fleets {
    private static final int READINGS = 3;

    private Fleets() {}

    public static List<String> identities(int count) {
        return identities(0, count);
    }

    public static List<String> identities(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj("BENCH-%06d"::formatted)
                .toList();
    }

    /** Stations for a server that sends everything back. */
    public static List<Fleet.Plan> echoes(int count) {
        return identities(count).stream()
                .map(identity -> new Fleet.Plan(identity, new Echoes()))
                .toList();
    }

    /** Every station sends Heartbeats; the versions take turns. */
    public static List<Fleet.Plan> heartbeats(int from, int count, List<Version> versions) {
        List<Fleet.Plan> plans = new ArrayList<>();
        List<String> identities = identities(from, count);
        for (int i = 0; i < count; i++) {
            String identity = identities.get(i);
            plans.add(new Fleet.Plan(identity, new Heartbeats(identity, versions.get(i % versions.size()))));
        }
        return plans;
    }

    /** Every station charges, one session after the other; the versions take turns. */
    public static List<Fleet.Plan> sessions(int count, List<Version> versions, Cards cards, Clock clock, Facts facts) {
        return sessions(count, versions, cards, clock, READINGS, facts);
    }

    /** Every station begins one session and charges for ever; the versions take turns. */
    public static List<Fleet.Plan> charging(int count, List<Version> versions, Clock clock) {
        return sessions(count, versions, Cards.OWN, clock, Integer.MAX_VALUE, Facts.UNCHECKED);
    }

    private static List<Fleet.Plan> sessions(
            int count, List<Version> versions, Cards cards, Clock clock, int readings, Facts facts) {
        Now now = new Now(clock);
        List<Fleet.Plan> plans = new ArrayList<>();
        List<String> identities = identities(count);
        String run = Long.toString(clock.millis(), Character.MAX_RADIX);
        for (int i = 0; i < count; i++) {
            Version version = versions.get(i % versions.size());
            String identity = identities.get(i);
            Script script =
                    switch (version) {
                        case V16 -> new Sessions16(identity, cards.of(i), now, readings, facts);
                        case V201, V21 ->
                            new Sessions2(identity, cards.of(i), version, now, readings, run + "-" + i, facts);
                    };
            plans.add(new Fleet.Plan(identity, script));
        }
        return plans;
    }
}
