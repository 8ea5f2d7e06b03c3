package org.ohmstead.authority;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.authority.Authority.Kind;
import org.ohmstead.certificates.Pem;
import org.ohmstead.encryption.Encryption;
import org.ohmstead.tenants.Tenants;

/** Authorities as an operator makes and changes them. */
@Singleton
public class AuthorityChanges {
    private final Authorities authorities;
    private final Encryption encryption;
    private final Tenants tenants;
    private final Clock clock;

    @Inject
    public AuthorityChanges(Authorities authorities, Encryption encryption, Tenants tenants, Clock clock) {
        this.authorities = authorities;
        this.encryption = encryption;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** @throws Refused invalid naming the field; in conflict for a name that stands already */
    Authority create(Actor by, AuthorityBody body) {
        Authority.Terms terms = body.terms();
        return authorities.add(
                by,
                switch (body.kindOf()) {
                    case OWN -> own(by, body, terms);
                    case EST -> external(by, body, terms);
                    case TRUSTED -> trusted(by, body, terms);
                });
    }

    private Authority own(Actor by, AuthorityBody body, Authority.Terms terms) {
        if (body.isImport()) {
            var signer = body.imported();
            Pem.checkTime("certificate", signer.certificate(), clock.instant());
            return authorities.own(by, body.purposeOf(), terms, signer);
        }
        String organisation = terms.organisation();
        return authorities.made(
                by,
                body.purposeOf(),
                terms,
                organisation == null ? tenants.name(by.tenant()).orElse("Ohmstead") : organisation,
                body.keyOf());
    }

    private Authority external(Actor by, AuthorityBody body, Authority.Terms terms) {
        EstBody est = body.est();
        if (est == null) {
            throw Refused.invalid("est", "est is missing; say how the authority is reached.");
        }
        return new Authority(
                0,
                by.tenant(),
                Kind.EST,
                body.purposeOf(),
                terms,
                List.of(),
                null,
                est.sealed(by.tenant(), encryption, null),
                now(),
                by.word());
    }

    private Authority trusted(Actor by, AuthorityBody body, Authority.Terms terms) {
        if (body.privateKey() != null) {
            throw Refused.invalid(
                    "privateKey", "privateKey is given; a trusted authority signs elsewhere, and keeps its key there.");
        }
        List<X509Certificate> believed = Pem.read("certificate", body.certificate());
        believed.forEach(AuthorityBody::checkAuthority);
        believed.forEach(one -> Pem.checkTime("certificate", one, clock.instant()));
        return new Authority(
                0, by.tenant(), Kind.TRUSTED, body.purposeOf(), terms, believed, null, null, now(), by.word());
    }

    /** @throws Refused not found; invalid naming the field; in conflict for a name that stands already */
    Authority change(Actor by, long id, Function<AuthorityChangeBody, AuthorityChangeBody> patch) {
        return authorities.change(by, id, before -> {
            AuthorityChangeBody after = patch.apply(AuthorityChangeBody.of(before));
            Authority.Est est = est(by, before, after.est());
            return new Authority(
                    before.id(),
                    before.tenant(),
                    before.kind(),
                    before.purpose(),
                    after.terms(),
                    before.chain(),
                    before.sealedKey(),
                    est,
                    before.createdAt(),
                    before.createdBy());
        });
    }

    private Authority.@Nullable Est est(Actor by, Authority before, @Nullable EstBody after) {
        if (before.kind() != Kind.EST && after != null) {
            throw Refused.invalid("est", "est is given; authority " + before.id() + " is no external one.");
        }
        if (before.kind() == Kind.EST && after == null) {
            throw Refused.invalid("est", "est is null; an external authority has to be reached somehow.");
        }
        return after == null ? null : after.sealed(by.tenant(), encryption, before.est());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
