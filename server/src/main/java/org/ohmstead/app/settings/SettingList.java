package org.ohmstead.app.settings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.app.settings.Sources.Found;

/**
 * All settings with where they come from, in the order of the reference. Secrets are left out when it is made, so that nothing
 * that shows it can tell them.
 */
public record SettingList(List<SettingView> settings) {
    private static final String HIDDEN = "***";

    public SettingList {
        settings = List.copyOf(settings);
    }

    public static SettingList of(Sources sources) {
        Map<String, Found> found = sources.found();
        return new SettingList(Known.all().stream()
                .map(known -> view(known, found.get(known.name())))
                .toList());
    }

    private static SettingView view(Known known, @Nullable Found given) {
        Setting setting = known.setting();
        String text = given == null ? setting.fallback() : given.text();
        return new SettingView(
                known.name(),
                given != null && setting.secret() ? HIDDEN : text,
                setting.fallback(),
                given == null ? "default" : source(given),
                given == null ? null : given.where(),
                setting.secret(),
                setting.value(),
                known.allowed());
    }

    private static String source(Found given) {
        if (given.where().equals("flag --" + given.name())) {
            return "flag";
        }
        return given.where().startsWith("variable " + Sources.PREFIX) ? "variable" : "file";
    }
}
