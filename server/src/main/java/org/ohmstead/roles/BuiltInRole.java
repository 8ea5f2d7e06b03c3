package org.ohmstead.roles;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ohmstead.access.PermissionWords;
import org.ohmstead.access.Permissions;
import org.ohmstead.tenants.Tenant;

/**
 * Roles that every organisation has, and the one of the installation. A permission that a later version brings falls into them by
 * its word.
 */
public enum BuiltInRole {
    /** May do everything within the organisation. */
    OWNER("Everything within the organisation"),
    /** Runs the stations and everything around them, but lets nobody in. */
    OPERATOR("Everything but users, roles and API keys"),
    /** Helps drivers. */
    SUPPORT("Sees all, helps drivers: commands to stations, charging profiles, stops sessions, blocks tokens"),
    /** Looks, and touches nothing. */
    VIEWER("Sees stations, sessions and tokens; changes nothing"),
    /** Of the installation, outside every organisation: makes, suspends and removes them, and sees nothing that they have. */
    ADMINISTRATOR("Organisations of this installation; nothing that they have");

    private static final Set<String> OF_ADMINISTRATORS = Set.of("tenant.read", "tenant.write", "audit.read");

    /** About the whole server, whosever stations it serves: for whoever runs the installation, which is the default organisation. */
    private static final Set<String> OF_THE_SERVER = Set.of("status", "job", "event");

    /** What decides who gets in, and what they did. */
    private static final Set<String> OF_ACCESS = Set.of("user", "role", "api-key", "audit");

    /** Personal data that is no list of what the stations do. */
    private static final Set<String> OF_DRIVERS = Set.of("customer-information", "driver", "invoice", "ledger");

    /** What drivers wait for. What {@code station.command} could do in the station's own words has its verb here, too. */
    private static final Set<String> OF_SUPPORT = Set.of(
            "battery-swap.write",
            "charging-profile.write",
            "configuration.refresh",
            "connector.block",
            "customer-information.write",
            "display-message.write",
            "local-list.write",
            "log.write",
            "reservation.write",
            "session.start",
            "session.stop",
            "station-alert.close",
            "station.command",
            "token.write");

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

    /** Whether users of a tenant may have it. */
    public boolean isOf(long tenant) {
        return (this == ADMINISTRATOR) == (tenant == Tenant.INSTALLATION);
    }

    /**
     * What it may.
     *
     * @param all    permissions that there are
     * @param tenant whose users have it
     */
    public Permissions permissions(Set<String> all, long tenant) {
        return new Permissions(all.stream()
                .filter(permission -> this == ADMINISTRATOR
                        ? OF_ADMINISTRATORS.contains(permission)
                        : PermissionWords.isOfOrganisations(permission)
                                && (tenant == Tenant.DEFAULT.id() || !OF_THE_SERVER.contains(thing(permission)))
                                && has(permission))
                .collect(Collectors.toSet()));
    }

    private boolean has(String permission) {
        String thing = thing(permission);
        boolean reads = permission.endsWith(".read");
        return switch (this) {
            case OWNER -> true;
            case OPERATOR ->
                !OF_ACCESS.contains(thing) && !permission.equals("organisation.write")
                        || permission.equals("audit.read");
            case SUPPORT -> reads && !OF_ACCESS.contains(thing) || OF_SUPPORT.contains(permission);
            case VIEWER -> reads && !OF_ACCESS.contains(thing) && !OF_DRIVERS.contains(thing);
            case ADMINISTRATOR -> false;
        };
    }

    private static String thing(String permission) {
        return permission.substring(0, permission.indexOf('.'));
    }
}
