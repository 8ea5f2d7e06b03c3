package org.ohmstead.administration;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.signin.SignInThrottle;
import org.ohmstead.tenants.Tenants;
import org.ohmstead.users.Appointments;
import org.ohmstead.users.LinkUrls;
import org.ohmstead.users.OneTimeLinks;
import org.ohmstead.users.User;
import org.ohmstead.users.Users;

/** What whoever works on the server's own machine does for people who cannot get in. */
@Singleton
public class Administration {
    private final Users users;
    private final Appointments appointments;
    private final OneTimeLinks links;
    private final LinkUrls urls;
    private final SignInThrottle throttle;
    private final Tenants tenants;

    @Inject
    public Administration(
            Users users,
            Appointments appointments,
            OneTimeLinks links,
            LinkUrls urls,
            SignInThrottle throttle,
            Tenants tenants) {
        this.users = users;
        this.appointments = appointments;
        this.links = links;
        this.urls = urls;
        this.throttle = throttle;
        this.tenants = tenants;
    }

    /** @param organisation its name */
    record Known(User user, String organisation) {}

    String setupLink(Actor by) {
        return urls.setup(links.setup(by).secret());
    }

    String createAdministrator(Actor by, String email) {
        return urls.password(appointments.administrator(by, email).link().secret());
    }

    User removeAdministrator(Actor by, String email) {
        return appointments.dismiss(by, email);
    }

    List<Known> all() {
        return users.all().stream()
                .map(user -> new Known(user, tenants.name(user.tenant()).orElse("(installation)")))
                .toList();
    }

    String passwordLink(Actor by, String email, boolean removeSecondFactor) {
        User user = named(email);
        throttle.unlock(Users.emailKey(email));
        return urls.password(
                users.newPasswordByMachine(by, user, removeSecondFactor).link().secret());
    }

    User unlock(Actor by, String email) {
        User user = named(email);
        throttle.unlock(Users.emailKey(email));
        users.unlocked(by, user);
        return user;
    }

    private User named(String email) {
        return users.byEmail(email)
                .orElseThrow(() ->
                        Refused.notFound("Nobody signs in with " + email + "; ./ohmstead admin users lists all."));
    }
}
