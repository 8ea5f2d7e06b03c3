package org.ohmstead.authority;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What may be changed of an authority. */
@Schema(name = "AuthorityChangeBody")
public record AuthorityChangeBody(
        @Schema(description = "Up to 64 characters, unique within the organisation") @Nullable
        String name,

        @Schema(description = "Whether it signs what stations ask for from now on, instead of the one before") @Nullable
        Boolean issuing,

        @Schema(description = "The O that a request has to name (CpoName). Null: any, or none") @Nullable
        String organisation,

        @Schema(description = "How many days its certificates hold, from 1 to 3650") @Nullable
        Integer lifetimeDays,

        @Schema(
                description =
                        "est: how it is reached; what is absent stays. With a url of another host password and clientKey"
                                + " are sent anew")
        @Nullable
        EstBody est) {
    static AuthorityChangeBody of(Authority one) {
        Authority.Est est = one.est();
        return new AuthorityChangeBody(
                one.terms().name(),
                one.terms().issuing(),
                one.terms().organisation(),
                one.terms().lifetimeDays(),
                est == null ? null : new EstBody(est.url(), est.user(), null, est.client(), null, est.trust()));
    }

    Authority.Terms terms() {
        return new Authority.Terms(
                AuthorityBody.name(name),
                Boolean.TRUE.equals(issuing),
                AuthorityBody.organisation(organisation),
                AuthorityBody.days(lifetimeDays));
    }

    @Override
    public String toString() {
        return "AuthorityChangeBody " + name;
    }
}
