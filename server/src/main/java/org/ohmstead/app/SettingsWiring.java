package org.ohmstead.app;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ohmstead.app.settings.SettingList;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.app.settings.StationSecuritySettings;
import org.ohmstead.app.settings.StationSettings.Auth;
import org.ohmstead.authority.AuthoritySettings;
import org.ohmstead.doctor.connect.ConnectSettings;
import org.ohmstead.doctor.troubles.TroubleSettings;
import org.ohmstead.encryption.EncryptionKey;
import org.ohmstead.oidc.OidcClientSettings;
import org.ohmstead.overview.OverviewSettings;
import org.ohmstead.pricing.sessions.PricingSettings;
import org.ohmstead.stations.credentials.CredentialPolicy;
import org.ohmstead.stations.credentials.CredentialPolicy.Needed;
import org.ohmstead.stations.credentials.CredentialPolicy.Way;

/** What the server was started with, for those who show it. */
@Singleton
public class SettingsWiring {
    @Produces
    @Singleton
    OverviewSettings overview(Settings settings) {
        return new OverviewSettings(settings.sessions().sessionStaleAfter());
    }

    @Produces
    @Singleton
    ConnectSettings connect(Settings settings) {
        return new ConnectSettings(settings.stations().stationAuth() == Auth.REQUIRED);
    }

    @Produces
    @Singleton
    CredentialPolicy credentials(Settings settings) {
        StationSecuritySettings security = settings.stationSecurity();
        return new CredentialPolicy(
                Needed.valueOf(settings.stations().stationAuth().name()),
                security.stationAuthMethods().stream()
                        .map(method -> Way.valueOf(method.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                security.certificateOrganisation(),
                security.clientAuthorities());
    }

    @Produces
    @Singleton
    EncryptionKey encryptionKey(Settings settings) {
        return Main.encryptionKey(settings);
    }

    @Produces
    @Singleton
    AuthoritySettings authorities(Settings settings) {
        return new AuthoritySettings(
                OidcClientSettings.withoutSlash(settings.http().publicUrl()),
                settings.stations().certificateRenewal());
    }

    @Produces
    @Singleton
    TroubleSettings troubles(Settings settings) {
        return TroubleSettings.of(
                settings.stations().heartbeatInterval(), settings.store().connectionRetention());
    }

    @Produces
    @Singleton
    PricingSettings pricing(Settings settings) {
        return new PricingSettings(settings.payments().costUpdateInterval());
    }

    @Produces
    @Singleton
    SettingList list() {
        return SettingList.of(Main.sources());
    }
}
