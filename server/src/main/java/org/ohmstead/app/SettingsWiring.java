package org.ohmstead.app;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.ohmstead.app.settings.SettingList;

/** What the server was started with, for those who show it. */
@Singleton
public class SettingsWiring {
    @Produces
    @Singleton
    SettingList list() {
        return SettingList.of(Main.sources());
    }
}
