package org.ohmstead.ocpp;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ohmstead.ocpp.v16.Catalogue16;
import org.ohmstead.ocpp.v2.Catalogue2;

/** Which actions each version has: 39 in 1.6, 64 in 2.0.1, 91 in 2.1. */
public final class Catalogue {
    private static final Map<OcppVersion, Map<String, Action>> BY_NAME = new EnumMap<>(OcppVersion.class);
    private static final Map<OcppVersion, Map<String, Action>> BY_LOWER_CASE_NAME = new EnumMap<>(OcppVersion.class);

    static {
        for (OcppVersion version : OcppVersion.values()) {
            Map<String, Action> byName = new LinkedHashMap<>();
            Map<String, Action> byLowerCaseName = new LinkedHashMap<>();
            for (Action action : version.isV2() ? Catalogue2.ACTIONS : Catalogue16.ACTIONS) {
                if (version.has(action.since())) {
                    byName.put(action.name(), action);
                    byLowerCaseName.put(action.name().toLowerCase(Locale.ROOT), action);
                }
            }
            BY_NAME.put(version, Collections.unmodifiableMap(byName));
            BY_LOWER_CASE_NAME.put(version, Collections.unmodifiableMap(byLowerCaseName));
        }
    }

    private Catalogue() {}

    /** All actions of a version. */
    public static List<Action> of(OcppVersion version) {
        return List.copyOf(byName(version).values());
    }

    /** The action of exactly this name. */
    public static Optional<Action> find(OcppVersion version, String name) {
        return Optional.ofNullable(byName(version).get(name));
    }

    /**
     * The action that a careless sender means: any case, with or without {@code .req} or {@code Request}
     * (seen in the field; the protocol's own names are case-sensitive).
     */
    public static Optional<Action> guess(OcppVersion version, String name) {
        Optional<Action> exact = find(version, name);
        if (exact.isPresent()) {
            return exact;
        }
        String plain = name.strip().toLowerCase(Locale.ROOT).replaceFirst("(\\.req|request)$", "");
        return Optional.ofNullable(BY_LOWER_CASE_NAME.get(version).get(plain));
    }

    private static Map<String, Action> byName(OcppVersion version) {
        return BY_NAME.get(version);
    }
}
