package org.ohmstead.ocpp.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v16.Catalogue16;
import org.ohmstead.ocpp.v2.Catalogue2;

/** Which actions each version has: 39 in 1.6, 64 in 2.0.1, 91 in 2.1. */
public final class Catalogue {
    private static final Catalogue OF_16 = new Catalogue(OcppVersion.V16);
    private static final Catalogue OF_201 = new Catalogue(OcppVersion.V201);
    private static final Catalogue OF_21 = new Catalogue(OcppVersion.V21);

    private final Map<String, Action> byName = new LinkedHashMap<>();
    private final Map<String, Action> byLowerCaseName = new LinkedHashMap<>();

    private Catalogue(OcppVersion version) {
        for (Action action : version.isV2() ? Catalogue2.ACTIONS : Catalogue16.ACTIONS) {
            if (version.has(action.since())) {
                byName.put(action.name(), action);
                byLowerCaseName.put(action.name().toLowerCase(Locale.ROOT), action);
            }
        }
    }

    /** All actions of a version. */
    public static List<Action> of(OcppVersion version) {
        return List.copyOf(get(version).byName.values());
    }

    /** The action of exactly this name. */
    public static Optional<Action> find(OcppVersion version, String name) {
        return Optional.ofNullable(get(version).byName.get(name));
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
        return Optional.ofNullable(get(version).byLowerCaseName.get(plain));
    }

    private static Catalogue get(OcppVersion version) {
        return switch (version) {
            case V16 -> OF_16;
            case V201 -> OF_201;
            case V21 -> OF_21;
        };
    }
}
