package org.ohmstead.smartcharging.schedule;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes profiles and stations up, the same ones for the same seed. */
final class SomeProfiles {
    static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String TRANSACTION = "T1";

    private final Random random;

    SomeProfiles(long seed) {
        this.random = new Random(seed);
    }

    List<Profile> profiles() {
        List<Profile> profiles = new ArrayList<>();
        int many = random.nextInt(9);
        for (int id = 1; id <= many; id++) {
            profiles.add(profile(id));
        }
        return profiles;
    }

    private Profile profile(int id) {
        Purpose purpose = Purpose.values()[random.nextInt(Purpose.values().length)];
        int evse =
                switch (purpose) {
                    case STATION_MAX -> 0;
                    case TX -> 1 + random.nextInt(2);
                    default -> random.nextInt(3);
                };
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        Instant from = maybe(this::moment);
        Profile.Timing timing = new Profile.Timing(
                kind,
                kind == Kind.RECURRING ? Recurrence.values()[random.nextInt(2)] : null,
                from,
                from == null ? maybe(this::moment) : maybe(() -> from.plus(minutes(3_000))),
                maybe(() -> minutes(600)),
                kind == Kind.DYNAMIC ? moment() : null);
        Profile.Slot slot = new Profile.Slot(purpose, random.nextInt(4), purpose == Purpose.TX ? TRANSACTION : null);
        return new Profile(id, evse, slot, timing, List.of(schedule(kind)));
    }

    private Schedule schedule(Kind kind) {
        List<Period> periods = new ArrayList<>();
        Duration start = Duration.ZERO;
        int many = kind == Kind.DYNAMIC ? 1 : 1 + random.nextInt(5);
        RateUnit unit = RateUnit.values()[random.nextInt(2)];
        for (int i = 0; i < many; i++) {
            periods.add(new Period(start, rates(unit), maybe(() -> 1 + random.nextInt(3)), null, null));
            start = start.plus(minutes(500));
        }
        boolean counts = kind == Kind.ABSOLUTE || kind == Kind.RECURRING;
        return new Schedule(
                1,
                unit,
                counts ? MONDAY.minus(minutes(20_000)) : null,
                maybe(() -> minutes(2_000)),
                counts && random.nextBoolean(),
                maybe(() -> new LimitAtSoc(random.nextInt(100), rate(unit))),
                periods);
    }

    private Rates rates(RateUnit unit) {
        Rate limit = random.nextInt(8) == 0 ? null : rate(unit);
        return new Rates(limit, maybe(() -> rate(unit).map(BigDecimal::negate)), maybe(() -> rate(unit)));
    }

    private Rate rate(RateUnit unit) {
        return Rate.of(BigDecimal.valueOf(random.nextInt(unit == RateUnit.WATT ? 220_000 : 800), 1));
    }

    StationFacts station() {
        List<EvseFacts> evses = new ArrayList<>();
        for (int evse = 1; evse <= 2; evse++) {
            Supply supply = new Supply(BigDecimal.valueOf(230), random.nextInt(4) == 0 ? 1 : 3);
            evses.add(new EvseFacts(evse, supply, maybe(this::charging), null));
        }
        StackRules rules = StackRules.values()[random.nextInt(2)];
        return new StationFacts(rules, Supply.USUAL, BERLIN, maybe(this::moment), evses);
    }

    private EvseFacts.Charging charging() {
        return new EvseFacts.Charging(
                TRANSACTION,
                MONDAY.minus(minutes(300)),
                random.nextBoolean(),
                maybe(() -> BigDecimal.valueOf(random.nextInt(100))),
                null);
    }

    /** With every EVSE charging, so that relative times count from the same moment whenever one asks. */
    StationFacts busyStation() {
        StationFacts station = station();
        List<EvseFacts> busy = station.evses().stream()
                .map(each -> new EvseFacts(each.evse(), each.supply(), charging(), null))
                .toList();
        return new StationFacts(station.rules(), station.supply(), station.zone(), station.offlineSince(), busy);
    }

    Window window() {
        return Window.of(MONDAY.plus(minutes(3_000)), minutes(3_000));
    }

    RateUnit unit() {
        return RateUnit.values()[random.nextInt(2)];
    }

    int evse() {
        return 1 + random.nextInt(2);
    }

    Instant within(Window window) {
        long seconds = window.length().toSeconds();
        return window.from().plusSeconds(seconds <= 1 ? 0 : random.nextLong(seconds));
    }

    BigDecimal current() {
        return BigDecimal.valueOf(random.nextInt(80_000), 3);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private Instant moment() {
        return MONDAY.plus(minutes(6_000));
    }

    private Duration minutes(int most) {
        return Duration.ofMinutes(1L + random.nextInt(most));
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextInt(3) == 0 ? value.get() : null;
    }
}
