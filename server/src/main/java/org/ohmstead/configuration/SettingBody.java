package org.ohmstead.configuration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;

/** A value that a station is to be set to, as REST takes it. */
@Schema(name = "ConfigurationSettingBody")
public record SettingBody(
        @Schema(
                description = "Configuration key of 1.6; then no component",
                maxLength = 50,
                examples = "HeartbeatInterval")
        @Nullable
        String key,

        @Schema(description = "Component of 2.x", maxLength = 50, examples = "OCPPCommCtrlr") @Nullable
        String component,

        @Schema(description = "Which one, of several components of the name", maxLength = 50) @Nullable
        String instance,

        @Schema(description = "EVSE of the component; absent: the station", minimum = "1") @Nullable
        Integer evse,

        @Schema(description = "Connector of the EVSE", minimum = "1") @Nullable
        Integer connector,

        @Schema(description = "Variable of the component", maxLength = 50, examples = "HeartbeatInterval") @Nullable
        String variable,

        @Schema(description = "Which one, of several variables of the name", maxLength = 50) @Nullable
        String variableInstance,

        @Schema(
                description = "Absent: Actual",
                enumeration = {"Actual", "Target", "MinSet", "MaxSet"})
        @Nullable
        String attribute,

        @Schema(description = "As text, whatever its type", maxLength = 2500, required = true, examples = "300")
        @Nullable
        String value) {

    private static final int MOST = 500;
    private static final int LONGEST_VALUE = 2500;

    /** @throws Refused invalid, naming the field */
    Setting setting(String where) {
        return new Setting(
                new AddressBody(key, component, instance, evse, connector, variable, variableInstance, attribute)
                        .address(where),
                value(where, value));
    }

    public static String value(String where, @Nullable String value) {
        if (value == null) {
            throw Refused.invalid(where + ".value", where + ".value is missing. Give a text, perhaps an empty one.");
        }
        if (value.length() > LONGEST_VALUE || value.indexOf('\0') >= 0) {
            throw Refused.invalid(
                    where + ".value",
                    where + ".value has " + value.length() + " characters; allowed are up to " + LONGEST_VALUE
                            + ", none of them NUL.");
        }
        return value;
    }

    /** Several at once. */
    @Schema(name = "ConfigurationSettingsBody")
    public record Several(
            @Schema(description = "1 to 500 values, each once", minItems = 1, maxItems = MOST, required = true)
            @Nullable
            List<@Nullable SettingBody> settings) {

        /** @throws Refused invalid, naming the field */
        static List<Setting> settings(@Nullable Several body) {
            List<@Nullable SettingBody> all = body == null ? null : body.settings();
            checkSize(all);
            List<Setting> settings = new ArrayList<>();
            for (SettingBody each : all == null ? List.<@Nullable SettingBody>of() : all) {
                String where = "settings[" + settings.size() + "]";
                if (each == null) {
                    throw Refused.invalid(where, where + " is null. Leave it out.");
                }
                settings.add(each.setting(where));
            }
            checkUnique(settings);
            return settings;
        }
    }

    public static void checkSize(@Nullable List<?> all) {
        if (all == null || all.isEmpty() || all.size() > MOST) {
            throw Refused.invalid(
                    "settings",
                    "settings has " + (all == null ? 0 : all.size()) + " values; allowed are 1 to " + MOST + ".");
        }
    }

    /** No value stands in a request twice (B05.FR.13). */
    public static void checkUnique(List<Setting> settings) {
        Set<String> seen = new HashSet<>();
        for (Setting each : settings) {
            if (!seen.add(each.address().key())) {
                throw Refused.invalid(
                        "settings",
                        "settings has " + each.address().shown()
                                + " twice, where case does not matter. Give each once.");
            }
        }
    }
}
