package org.ohmstead.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ohmstead.ocpp.OcppVersion;

/** One valid message for each action that a station may send. */
public record FromStation(OcppVersion version, String action, String payload) {

    public static List<FromStation> of(OcppVersion version) {
        return switch (version) {
            case V16 -> read(version, "1.6");
            case V201 -> read(version, "2.0.1");
            case V21 -> {
                List<FromStation> all = new ArrayList<>(read(version, "2.0.1"));
                all.addAll(read(version, "2.1"));
                yield all;
            }
        };
    }

    public static List<FromStation> all() {
        List<FromStation> all = new ArrayList<>();
        for (OcppVersion version : OcppVersion.values()) {
            all.addAll(of(version));
        }
        return all;
    }

    private static List<FromStation> read(OcppVersion version, String file) {
        try (var in = FromStation.class.getResourceAsStream("/ocpp/from-station-" + file + ".txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(" ", 2))
                    .map(parts -> new FromStation(version, parts[0], parts[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return version.number() + " " + action;
    }
}
