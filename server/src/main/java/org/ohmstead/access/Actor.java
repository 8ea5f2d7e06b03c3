package org.ohmstead.access;

import java.util.Locale;
import org.ohmstead.tenants.Tenant;

/**
 * Who does something, and for which tenant.
 *
 * @param name within its kind, for people: of a job, of a token
 */
public record Actor(long tenant, Kind kind, String name) {
    /** By which door somebody came in. */
    public enum Kind {
        /** A program or person on the server's own machine, who shows nothing. */
        LOCAL,
        /** Who shows an API token. */
        API_TOKEN,
        /** The server itself. */
        SERVER
    }

    /** On this machine, for the default tenant. */
    public static final Actor LOCAL = new Actor(Tenant.DEFAULT.id(), Kind.LOCAL, "");

    /** With the one API token that there is, which is the default tenant's. */
    public static final Actor API_TOKEN = new Actor(Tenant.DEFAULT.id(), Kind.API_TOKEN, "");

    /** The server, of its own accord. @param job why it does so */
    public static Actor server(long tenant, String job) {
        return new Actor(tenant, Kind.SERVER, job);
    }

    /** Tells the log that it has done something. @param what such as {@code station=CP-7 deleted}; no secrets */
    public void log(System.Logger log, String what) {
        log.log(System.Logger.Level.INFO, "tenant=" + tenant + " actor=" + word() + " " + what);
    }

    /** As it stands in logs and on trails of evidence: {@code local}, {@code api_token}, {@code server:stop-blocked-sessions}. */
    public String word() {
        String word = kind.name().toLowerCase(Locale.ROOT);
        return name.isEmpty() ? word : word + ":" + name;
    }
}
