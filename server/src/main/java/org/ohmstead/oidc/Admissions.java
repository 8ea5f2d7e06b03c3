package org.ohmstead.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.oidc.OidcFailure.Reason;
import org.ohmstead.roles.Roles;
import org.ohmstead.signin.SignInSession;
import org.ohmstead.signin.SignInSessions;
import org.ohmstead.tenants.RegisteredTenant;
import org.ohmstead.tenants.Tenant;
import org.ohmstead.tenants.Tenants;
import org.ohmstead.users.ProvidedUsers;
import org.ohmstead.users.User;
import org.ohmstead.users.Users;

/** Makes a user of what the identity provider has proven, with the role that it gives. */
@Singleton
class Admissions {
    private final OidcClientSettings settings;
    private final ProvidedUsers users;
    private final Roles roles;
    private final Tenants tenants;
    private final SignInSessions sessions;

    @Inject
    Admissions(
            OidcClientSettings settings, ProvidedUsers users, Roles roles, Tenants tenants, SignInSessions sessions) {
        this.settings = settings;
        this.users = users;
        this.roles = roles;
        this.tenants = tenants;
        this.sessions = sessions;
    }

    /** The user whom the claims name, who may sign in. @throws OidcFailure nobody may */
    User admitted(JWTClaimsSet claims, Actor.Origin origin) {
        String email = OidcSignIn.text(claims, "email")
                .orElseThrow(() -> new OidcFailure(Reason.NO_EMAIL, "the ID token has no claim email"));
        Boolean verified = verified(claims.getClaim("email_verified"));
        if (Boolean.FALSE.equals(verified)) {
            throw new OidcFailure(Reason.UNVERIFIED, "email_verified is false");
        }
        Tenant tenant = organisation();
        ProvidedUsers.Person person = new ProvidedUsers.Person(
                tenant.id(),
                settings.issuer(),
                claims.getSubject(),
                email.strip(),
                verified == null ? settings.trustEmail() : verified,
                OidcSignIn.text(claims, "name")
                        .filter(Users::isName)
                        .orElse(email.strip()
                                .substring(0, Math.max(1, email.strip().indexOf('@')))),
                role(claims, tenant).orElse(null));
        ProvidedUsers.Admission admission = users.admit(
                person, origin, (tx, user) -> sessions.endAll(tx, user.id(), null, SignInSession.End.PROVIDER));
        User user = admission.user();
        if (user == null) {
            throw new OidcFailure(reason(admission.verdict()), "subject " + claims.getSubject() + " is not let in");
        }
        return user;
    }

    private Tenant organisation() {
        RegisteredTenant found = tenants.find(settings.organisation())
                .orElseThrow(() -> new OidcFailure(
                        Reason.NO_ROLE,
                        "there is no organisation " + settings.organisation() + " (oidc-organisation)"));
        if (!found.isServed()) {
            throw new OidcFailure(Reason.SUSPENDED, "the organisation " + settings.organisation() + " is suspended");
        }
        return found.tenant();
    }

    /** A role that does not exist opens nothing. */
    private Optional<String> role(JWTClaimsSet claims, Tenant tenant) {
        Optional<String> given = RoleClaims.role(claims, settings.roles());
        given.filter(name -> roles.find(tenant.id(), name).isEmpty()).ifPresent(name -> {
            throw new OidcFailure(Reason.NO_ROLE, "there is no role " + name + " (oidc-role-map, oidc-default-role)");
        });
        return given;
    }

    /** Some providers send it as a text. */
    private static @Nullable Boolean verified(@Nullable Object claim) {
        return switch (claim) {
            case null -> null;
            case Boolean verified -> verified;
            default -> claim.toString().equals("true");
        };
    }

    private static Reason reason(ProvidedUsers.Verdict verdict) {
        return switch (verdict) {
            case ADMITTED -> throw new IllegalStateException("admitted without a user");
            case NO_EMAIL -> Reason.NO_EMAIL;
            case NO_ROLE -> Reason.NO_ROLE;
            case DISABLED -> Reason.DISABLED;
            case UNVERIFIED -> Reason.UNVERIFIED;
            case OTHER_SUBJECT -> Reason.OTHER_SUBJECT;
            case OTHER_ORGANISATION -> Reason.OTHER_ORGANISATION;
            case LAST_OWNER -> Reason.LAST_OWNER;
        };
    }
}
