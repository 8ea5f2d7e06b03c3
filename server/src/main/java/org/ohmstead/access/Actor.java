package org.ohmstead.access;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;
import org.ohmstead.tenants.Tenant;

/**
 * Who does something, and for which tenant.
 *
 * @param scope  whose rows they may see and change
 * @param name   within its kind, for people: a user's e-mail address, a key's visible beginning, a station's identity, a job
 * @param origin from where they asked
 */
public record Actor(Scope scope, Kind kind, String name, Origin origin) {
    /** By which door somebody came in. */
    public enum Kind {
        /** Who works on the server's own machine, as the server's user. */
        LOCAL,
        /** A person who has signed in. */
        USER,
        /** A program, by the key that it shows. */
        API_KEY,
        /** A charging station, by what it sends. */
        STATION,
        /** The server itself. */
        SERVER
    }

    /**
     * From where somebody asked.
     *
     * @param address of the network, of who really asked; null: from within
     * @param request the id of the request, which stands in its answer and in the log; null: it was none
     */
    public record Origin(@Nullable String address, @Nullable String request) {
        /** From within the server. */
        public static final Origin WITHIN = new Origin(null, null);
    }

    /** On this machine, for the default tenant. */
    public static final Actor LOCAL = new Actor(Tenant.DEFAULT.scope(), Kind.LOCAL, "", Origin.WITHIN);

    /** The server, of its own accord. @param job why it does so */
    public static Actor server(long tenant, String job) {
        return new Actor(Scope.tenant(tenant), Kind.SERVER, job, Origin.WITHIN);
    }

    /** The server, by a rule that follows from what this one does; of the same origin, by which both are found together. */
    public Actor followedBy(String rule) {
        return new Actor(scope, Kind.SERVER, rule, origin);
    }

    /** The same, who asks from there. */
    public Actor from(Origin where) {
        return new Actor(scope, kind, name, where);
    }

    /** A station, by what it sends. */
    public static Actor station(long tenant, String identity) {
        return new Actor(Scope.tenant(tenant), Kind.STATION, identity, Origin.WITHIN);
    }

    /** A person who has signed in. @param groups of stations that they see; empty: all */
    public static Actor user(long tenant, Set<Long> groups, String email, Origin origin) {
        return new Actor(scope(tenant, groups), Kind.USER, email, origin);
    }

    /** A program, by its key. @param groups of stations that it sees; empty: all */
    public static Actor apiKey(long tenant, Set<Long> groups, String prefix, Origin origin) {
        return new Actor(scope(tenant, groups), Kind.API_KEY, prefix, origin);
    }

    private static Scope scope(long tenant, Set<Long> groups) {
        Scope whole = Scope.tenant(tenant);
        return groups.isEmpty() ? whole : whole.within(groups);
    }

    /** Of what {@link #word} says. @throws IllegalArgumentException if that is no such word */
    public static Actor of(long tenant, String word, Origin origin) {
        int colon = word.indexOf(':');
        String kind = colon < 0 ? word : word.substring(0, colon);
        String name = colon < 0 ? "" : word.substring(colon + 1);
        return new Actor(Scope.tenant(tenant), Kind.valueOf(kind.toUpperCase(Locale.ROOT)), name, origin);
    }

    /** For whom. */
    public long tenant() {
        return scope.tenant();
    }

    /**
     * Before a change that counts for the stations of all groups.
     *
     * @param what that would be, such as {@code An authority}
     * @throws Refused not allowed: it sees the stations of some groups only
     */
    public void checkSeesAll(String what) {
        if (scope.isLimited()) {
            throw Refused.forbidden(
                    null,
                    what
                            + " counts for all stations, and you see those of some groups only. Ask somebody who sees all.");
        }
    }

    /** The same without a limit to groups of stations: for what a rule of the house does then, whoever set it off. */
    public Actor ofWholeTenant() {
        return new Actor(scope.wholeTenant(), kind, name, origin);
    }

    /** The same one, for another tenant. */
    public Actor of(long other) {
        return new Actor(Scope.tenant(other), kind, name, origin);
    }

    /** Tells the log that it has done something. @param what such as {@code station=CP-7 deleted}; no secrets */
    public void log(System.Logger log, String what) {
        log.log(System.Logger.Level.INFO, "tenant=" + tenant() + " actor=" + word() + " " + what);
    }

    /** As it stands in logs and on trails of evidence: {@code local}, {@code user:anna@example.org}, {@code server:stop-blocked-sessions}. */
    public String word() {
        String word = kind.name().toLowerCase(Locale.ROOT);
        return name.isEmpty() ? word : word + ":" + name;
    }
}
