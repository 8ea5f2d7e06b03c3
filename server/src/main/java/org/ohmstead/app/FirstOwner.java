package org.ohmstead.app;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.app.settings.AccessSettings;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.tenants.Tenant;
import org.ohmstead.users.LinkUrls;
import org.ohmstead.users.OneTimeLinks;

/** How the first person gets in: by what the settings say, or by a link that the server prints. There is no default password. */
@Singleton
public class FirstOwner {
    private static final System.Logger LOG = System.getLogger(FirstOwner.class.getName());

    private final OneTimeLinks links;
    private final LinkUrls urls;
    private final AccessSettings settings;

    @Inject
    public FirstOwner(OneTimeLinks links, LinkUrls urls, Settings settings) {
        this.links = links;
        this.urls = urls;
        this.settings = settings.access();
    }

    /** @throws IllegalArgumentException if the settings name one who cannot be made */
    void ofSettings() {
        if (settings.adminEmail().isEmpty() || !links.isSetupNeeded()) {
            return;
        }
        try {
            String organisation = settings.adminOrganisation();
            links.firstOwner(
                            settings.adminEmail(),
                            settings.adminPassword(),
                            organisation.isEmpty() ? null : organisation)
                    .ifPresent(owner -> LOG.log(Level.INFO, "The first owner is " + owner.email()));
        } catch (Refused refused) {
            throw new IllegalArgumentException(
                    "admin-email, admin-password, admin-organisation: " + refused.detail(), refused);
        }
    }

    boolean isNeeded() {
        return links.isSetupNeeded();
    }

    /** A link by which the first owner is made; those before it count no more. */
    String link() {
        return urls.setup(
                links.setup(Actor.server(Tenant.DEFAULT.id(), "start")).secret());
    }
}
