package org.ohmstead.roles;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ohmstead.access.Permissions;

/** Roles that every organisation has. A permission that a later version brings falls into them by its word. */
public enum BuiltInRole {
    /** May do everything within the organisation. */
    OWNER("Everything within the organisation"),
    /** Runs the stations and everything around them, but lets nobody in. */
    OPERATOR("Everything but users, roles and API keys"),
    /** Helps drivers. */
    SUPPORT("Sees all, helps drivers: commands to stations, stops sessions, blocks tokens"),
    /** Looks, and touches nothing. */
    VIEWER("Sees stations, sessions and tokens; changes nothing");

    /** Of permissions that no role has: only whoever works on the server's machine. */
    public static final String OF_THIS_MACHINE = "machine";

    /** What decides who gets in, and what they did. */
    private static final Set<String> OF_ACCESS = Set.of("user", "role", "api-key", "audit");

    private static final Set<String> OF_SUPPORT =
            Set.of("station.command", "session.stop", "token.write", "display-message.write", "connector.block");

    private final String note;

    BuiltInRole(String note) {
        this.note = note;
    }

    /** The role of a word; empty: it is one of an organisation's own, or none. */
    public static Optional<BuiltInRole> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people. */
    public String note() {
        return note;
    }

    /** @param all permissions that there are */
    public Permissions permissions(Set<String> all) {
        return new Permissions(all.stream().filter(this::has).collect(Collectors.toSet()));
    }

    private boolean has(String permission) {
        String thing = permission.substring(0, permission.indexOf('.'));
        boolean reads = permission.endsWith(".read");
        if (thing.equals(OF_THIS_MACHINE)) {
            return false;
        }
        return switch (this) {
            case OWNER -> true;
            case OPERATOR -> !OF_ACCESS.contains(thing) || permission.equals("audit.read");
            case SUPPORT -> reads && !OF_ACCESS.contains(thing) || OF_SUPPORT.contains(permission);
            case VIEWER -> reads && !OF_ACCESS.contains(thing);
        };
    }
}
