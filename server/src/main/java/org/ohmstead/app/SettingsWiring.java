package org.ohmstead.app;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.ohmstead.app.settings.SettingList;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.app.settings.StationSettings.Auth;
import org.ohmstead.doctor.connect.ConnectSettings;
import org.ohmstead.doctor.troubles.TroubleSettings;
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
    ConnectSettings connect(Settings settings) {
        return new ConnectSettings(settings.stations().stationAuth() == Auth.REQUIRED);
    }

    @Produces
    @Singleton
    TroubleSettings troubles(Settings settings) {
        return TroubleSettings.of(
                settings.stations().heartbeatInterval(), settings.store().connectionRetention());
    }

    @Produces
    @Singleton
    SettingList list() {
        return SettingList.of(Main.sources());
    }
}
