package org.ohmstead.app;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.ohmstead.app.settings.SettingList;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.authority.AuthoritySettings;
import org.ohmstead.encryption.EncryptionKey;
import org.ohmstead.oidc.OidcClientSettings;
import org.ohmstead.overview.OverviewSettings;

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
    SettingList list() {
        return SettingList.of(Main.sources());
    }
}
