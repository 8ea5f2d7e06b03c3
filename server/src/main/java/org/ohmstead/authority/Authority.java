package org.ohmstead.authority;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Scope;

/**
 * Who signs certificates of stations, or whose signature under one is believed.
 *
 * @param id        of the row
 * @param chain     its certificate first, then those above it; of a trusted one those that are believed, in any order; none: external,
 *                  and it has not told yet
 * @param sealedKey own: the private key, encrypted; null: it has none here
 * @param est       external: how it is reached; null: it is none
 */
public record Authority(
        long id,
        long tenant,
        Kind kind,
        Purpose purpose,
        Terms terms,
        List<X509Certificate> chain,
        @Nullable String sealedKey,
        @Nullable Est est,
        Instant createdAt,
        String createdBy) {

    /** Of the secrets that an external one is reached with. */
    public static final String EST_PLACE = "est";

    public Authority {
        chain = List.copyOf(chain);
    }

    /** What it is to this server. */
    @Schema(name = "AuthorityKind")
    public enum Kind {
        /** Its key is here. */
        OWN,
        /** It is asked over the network (RFC 7030). */
        EST,
        /** It signs elsewhere, and is believed: such as a manufacturer's. */
        TRUSTED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** For whom its certificates are. */
    @Schema(name = "AuthorityPurpose")
    public enum Purpose {
        /** Stations, for their connection to this server. */
        STATION,
        /** Stations, towards vehicles (ISO 15118). */
        V2G;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What an operator decides.
     *
     * @param name         unique within the organisation
     * @param issuing      whether it signs what stations ask for now; one of a purpose at most
     * @param organisation that a request has to name as its O (CpoName); null: any, or none
     * @param lifetimeDays of the certificates that it signs
     */
    public record Terms(
            String name, boolean issuing, @Nullable String organisation, int lifetimeDays) {
        public Duration lifetime() {
            return Duration.ofDays(lifetimeDays);
        }

        public Terms issuing(boolean does) {
            return new Terms(name, does, organisation, lifetimeDays);
        }
    }

    /**
     * How an external one is reached.
     *
     * @param url    up to {@code /.well-known/est}, with a label behind it where it has one
     * @param user   for HTTP Basic; null: none
     * @param client certificates as PEM that this server shows, its own first; null: none
     * @param trust  certificates as PEM that the server's own has to descend from; null: those of the Java runtime
     * @param sealed password and key, encrypted; null: none
     */
    public record Est(
            String url,
            @Nullable String user,
            @Nullable String client,
            @Nullable String trust,
            @Nullable String sealed) {}

    public Scope scope() {
        return Scope.tenant(tenant);
    }

    /** Empty: external, and it has not told yet. */
    public Optional<X509Certificate> certificate() {
        return chain.stream().findFirst();
    }

    /** Where its secrets are bound to. */
    public static String place(long tenant, String what) {
        return "authority/" + tenant + "/" + what;
    }

    /** For people: {@code authority 3 (Stations)}. */
    public String told() {
        return "authority " + id + " (" + terms.name() + ")";
    }
}
