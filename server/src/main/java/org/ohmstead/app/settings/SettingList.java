package org.ohmstead.app.settings;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.app.settings.Sources.Found;

/**
 * All settings with where they come from, in the order of the reference. Secrets are left out when it is made, so that nothing
 * that shows it can tell them.
 */
public record SettingList(List<SettingView> settings) {
    private static final String HIDDEN = "***";

    /** A setting of the server as the API shows it. */
    @Schema(name = "Setting", description = "A setting that the server was started with")
    public record SettingView(
            @Schema(examples = "ping-interval") String name,

            @Schema(
                    description = "As it was written, or the default; *** where it may hold a secret and was set",
                    examples = "30s")
            String value,

            @Schema(description = "What it is where nobody sets it; empty: none", examples = "30s")
            String defaultValue,

            @Schema(
                    description = "Where the value comes from; flags win over variables, variables over the file",
                    enumeration = {"flag", "variable", "file", "default"})
            String source,

            @Schema(
                    description = "The flag, variable or key and file; null: the default",
                    examples = "variable OHMSTEAD_PORT")
            @Nullable
            String where,

            @Schema(description = "Whether its value is never shown")
            boolean secret,

            @Schema(description = "What it does and when to change it, in words for people")
            String description,

            @Schema(
                    description = "What it may be, in words for people",
                    examples = "a duration such as 30s, 5m, 1h or 7d")
            String allowed) {}

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
