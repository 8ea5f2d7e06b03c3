package org.ohmstead.eventstream;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;

/** Who may see events of which kind: whoever may read what they are about. The longest beginning counts. */
final class EventKinds {
    private static final Map<String, String> PERMISSIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("availability.", "station.read"),
            Map.entry("battery-swap.", "battery-swap.read"),
            Map.entry("bill.", "bill.read"),
            Map.entry("bulk-command.", "command.read"),
            Map.entry("certificate.", "certificate.read"),
            Map.entry("charging-limit.", "charging-profile.read"),
            Map.entry("charging-needs.", "charging-profile.read"),
            Map.entry("charging-profile.", "charging-profile.read"),
            Map.entry("command.", "command.read"),
            Map.entry("configuration.", "configuration.read"),
            Map.entry("connector.", "station.read"),
            Map.entry("customer-information.", "customer-information.read"),
            Map.entry("data-transfer.", "data-transfer.read"),
            Map.entry("der-alarm.", "der-control.read"),
            Map.entry("der-control.", "der-control.read"),
            Map.entry("ev-schedule.", "charging-profile.read"),
            Map.entry("file.", "file.read"),
            Map.entry("firmware.", "firmware.read"),
            Map.entry("invoice.", "invoice.read"),
            Map.entry("locallist.", "local-list.read"),
            Map.entry("log.", "log.read"),
            Map.entry("network-profile.", "configuration.read"),
            Map.entry("payment.", "payment.read"),
            Map.entry("priority-charging.", "charging-profile.read"),
            Map.entry("remote-start.", "session.read"),
            Map.entry("report.", "report.read"),
            Map.entry("reservation.", "reservation.read"),
            Map.entry("security.", "security-event.read"),
            Map.entry("server.", "status.read"),
            Map.entry("session.", "session.read"),
            Map.entry("session-cost.", "session.read"),
            Map.entry("session-tariff.", "session.read"),
            Map.entry("settlement.", "settlement.read"),
            Map.entry("station.", "station.read"),
            Map.entry("station.alert.", "station-alert.read"),
            Map.entry("station.event.", "station-event.read"),
            Map.entry("station.job.", "station-job.read"),
            Map.entry("station-tariff.", "station-tariff.read")));

    private EventKinds() {}

    /** Empty: none is enough but all. */
    static Optional<String> permission(String kind) {
        return PERMISSIONS.keySet().stream()
                .filter(kind::startsWith)
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .map(PERMISSIONS::get);
    }

    /** By the beginnings of their kinds. */
    static Map<String, String> permissions() {
        return Map.copyOf(PERMISSIONS);
    }

    /**
     * Which kinds are wanted.
     *
     * @param parameter the query parameter {@code kind}: kinds, or beginnings of kinds up to a full stop, with commas between them
     */
    static Predicate<String> wanted(@Nullable String parameter) {
        String text = QueryWords.text(parameter);
        if (text == null) {
            return kind -> true;
        }
        List<String> words =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        words.forEach(word -> check(word, parameter));
        return kind -> words.stream().anyMatch(word -> word.endsWith(".") ? kind.startsWith(word) : kind.equals(word));
    }

    private static void check(String word, @Nullable String parameter) {
        if (permission(word).isEmpty()) {
            throw Refused.invalid(
                    "kind",
                    "kind is '" + parameter + "', and there is no kind '" + word + "'; allowed are kinds such as"
                            + " session.started, or beginnings of kinds with their full stop, with commas between them."
                            + " They begin with " + String.join(", ", new TreeSet<>(PERMISSIONS.keySet())));
        }
    }
}
