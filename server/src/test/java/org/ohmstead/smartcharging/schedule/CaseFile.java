package org.ohmstead.smartcharging.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads composite-schedules.txt, whose head says how it is written. */
final class CaseFile {
    private CaseFile() {}

    /** @param because how a person computed it */
    record Case(
            String name,
            String because,
            List<Profile> profiles,
            StationFacts station,
            int evse,
            Window window,
            RateUnit unit,
            String expected) {
        @Override
        public String toString() {
            return name;
        }

        Composite computed() {
            Composition composition = new Composition(profiles, station, window, unit);
            return evse == 0 ? composition.station() : composition.evse(evse);
        }
    }

    static List<Case> read(String resource) {
        try (InputStream in = Objects.requireNonNull(CaseFile.class.getResourceAsStream(resource), resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^== "))
                    .skip(1)
                    .map(CaseFile::one)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case one(String block) {
        List<String> lines =
                block.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        List<Profile> profiles = new ArrayList<>();
        List<EvseFacts> evses = new ArrayList<>();
        StringBuilder because = new StringBuilder();
        Map<String, String> station = Map.of();
        Map<String, String> ask = Map.of();
        String expected = "";
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.split(":", 2);
            String rest = parts.length == 2 ? parts[1].strip() : "";
            switch (parts[0]) {
                case "because" -> because.append(rest);
                case "profile" -> profiles.add(profile(words(rest)));
                case "evse" -> evses.add(evse(words(rest)));
                case "station" -> station = words(rest);
                case "ask" -> ask = words(rest);
                case "expect" -> expected = rest;
                default -> because.append(' ').append(line);
            }
        }
        Window window = Window.of(time(ask.get("from")), duration(ask.get("for")));
        return new Case(
                lines.getFirst(),
                because.toString(),
                profiles,
                station(station, evses),
                Integer.parseInt(ask.get("evse")),
                window,
                unit(ask.get("unit")),
                expected);
    }

    private static Map<String, String> words(String line) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String word : line.split("\\s+")) {
            String[] parts = word.split("=", 2);
            words.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        return words;
    }

    private static StationFacts station(Map<String, String> words, List<EvseFacts> evses) {
        return new StationFacts(
                "1.6".equals(words.get("rules")) ? StackRules.OCPP_16 : StackRules.OCPP_2,
                supply(words),
                ZoneId.of(words.getOrDefault("zone", "UTC")),
                words.containsKey("offline") ? time(words.get("offline")) : null,
                evses.isEmpty() ? List.of(EvseFacts.idle(1)) : evses);
    }

    private static Supply supply(Map<String, String> words) {
        return new Supply(
                new BigDecimal(words.getOrDefault("voltage", "230")),
                Integer.parseInt(words.getOrDefault("phases", "3")));
    }

    private static EvseFacts evse(Map<String, String> words) {
        String hardware = words.get("hardware");
        EvseFacts.Charging charging = words.containsKey("tx")
                ? new EvseFacts.Charging(
                        words.get("tx"),
                        words.containsKey("ready") ? time(words.get("ready")) : null,
                        words.containsKey("priority"),
                        words.containsKey("soc") ? new BigDecimal(words.get("soc")) : null,
                        words.containsKey("chosen") ? Integer.valueOf(words.get("chosen")) : null)
                : null;
        return new EvseFacts(
                Integer.parseInt(words.get("id")),
                supply(words),
                charging,
                hardware == null
                        ? null
                        : new EvseFacts.Hardware(
                                unit(hardware.substring(hardware.length() - 1)),
                                Rate.of(hardware.substring(0, hardware.length() - 1))));
    }

    private static Profile profile(Map<String, String> words) {
        Purpose purpose = Purpose.valueOf(words.get("purpose"));
        Kind kind = words.containsKey("every")
                ? Kind.RECURRING
                : words.containsKey("dynamic")
                        ? Kind.DYNAMIC
                        : words.containsKey("start") ? Kind.ABSOLUTE : Kind.RELATIVE;
        Profile.Timing timing = new Profile.Timing(
                kind,
                words.containsKey("every")
                        ? Recurrence.valueOf(words.get("every").toUpperCase(Locale.ROOT))
                        : null,
                words.containsKey("from") ? time(words.get("from")) : null,
                words.containsKey("to") ? time(words.get("to")) : null,
                words.containsKey("mostOffline") ? duration(words.get("mostOffline")) : null,
                words.containsKey("dynamic") ? time(words.get("dynamic")) : null);
        List<Schedule> schedules = new ArrayList<>();
        for (String text : words.get("rates").split("\\|\\|")) {
            schedules.add(schedule(words, text, schedules.size() + 1));
        }
        return new Profile(
                Integer.parseInt(words.get("id")),
                Integer.parseInt(words.getOrDefault("evse", "0")),
                new Profile.Slot(purpose, Integer.parseInt(words.getOrDefault("level", "0")), words.get("tx")),
                timing,
                schedules);
    }

    private static Schedule schedule(Map<String, String> words, String rates, int id) {
        String soc = words.get("soc");
        return new Schedule(
                id,
                unit(words.get("unit")),
                words.containsKey("start") ? time(words.get("start")) : null,
                words.containsKey("length") ? duration(words.get("length")) : null,
                words.containsKey("local"),
                soc == null ? null : new LimitAtSoc(Integer.parseInt(soc.split("%")[0]), Rate.of(soc.split("%")[1])),
                Arrays.stream(rates.split(",")).map(CaseFile::period).toList());
    }

    /** 8h=16/1@2;d=-5;s=-3;m=ExternalSetpoint — start, limit, phases, phase to use, and the rest. */
    private static Period period(String text) {
        String[] parts = text.split(">", 2);
        String[] fields = parts[1].split(";");
        String[] phase = fields[0].split("@");
        String[] phases = phase[0].split("/");
        Map<String, String> more = words(Arrays.stream(fields).skip(1).collect(Collectors.joining(" ")));
        return new Period(
                duration(parts[0]),
                new Rates(rate(phases[0]), rate(more.get("d")), rate(more.get("s"))),
                phases.length > 1 ? Integer.valueOf(phases[1]) : null,
                phase.length > 1 ? Integer.valueOf(phase[1]) : null,
                more.get("m"));
    }

    /** 16, or 16+10+10 for three phases; - for none. */
    private static @Nullable Rate rate(@Nullable String text) {
        if (text == null || text.equals("-")) {
            return null;
        }
        String[] each = text.split("\\+");
        return new Rate(
                new BigDecimal(each[0]),
                each.length > 1 ? new BigDecimal(each[1]) : null,
                each.length > 2 ? new BigDecimal(each[2]) : null);
    }

    private static RateUnit unit(@Nullable String word) {
        return "W".equals(word) ? RateUnit.WATT : RateUnit.AMPERE;
    }

    /** 2026-01-05T10:00 in UTC, or 10:00 of Monday 2026-01-05. */
    static Instant time(@Nullable String text) {
        Objects.requireNonNull(text);
        return Instant.parse((text.contains("T") ? text : "2026-01-05T" + text) + ":00Z");
    }

    /** 0, 90s, 30m, 8h, 2d. */
    static Duration duration(@Nullable String text) {
        Objects.requireNonNull(text);
        return text.equals("0")
                ? Duration.ZERO
                : text.endsWith("d")
                        ? Duration.ofDays(Long.parseLong(text.substring(0, text.length() - 1)))
                        : Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
    }

    /** As the file writes it. */
    static String written(Composite composite) {
        return composite.periods().stream()
                .map(period ->
                        offset(Duration.between(composite.window().from(), period.from())) + ">" + written(period))
                .collect(Collectors.joining(", "));
    }

    private static String offset(Duration after) {
        return after.isZero() ? "0" : after.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    private static String written(CompositePeriod period) {
        Rates rates = period.rates();
        return written(rates.limit())
                + (period.phases() == null ? "" : "/" + period.phases())
                + (period.phaseToUse() == null ? "" : "@" + period.phaseToUse())
                + (rates.discharge() == null ? "" : ";d=" + written(rates.discharge()))
                + (rates.setpoint() == null ? "" : ";s=" + written(rates.setpoint()))
                + (period.phaseClash() ? "!" : "");
    }

    private static String written(@Nullable Rate rate) {
        return rate == null
                ? "-"
                : rate.value().toPlainString()
                        + (rate.l2() == null ? "" : "+" + rate.l2().toPlainString())
                        + (rate.l3() == null ? "" : "+" + rate.l3().toPlainString());
    }
}
