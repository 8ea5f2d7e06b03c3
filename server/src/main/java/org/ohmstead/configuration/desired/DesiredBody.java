package org.ohmstead.configuration.desired;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.configuration.AddressBody;
import org.ohmstead.configuration.Setting;
import org.ohmstead.configuration.SettingBody;
import org.ohmstead.devicemodel.Address;

/** A value that stations are to be set to, as REST takes it. */
@Schema(name = "DesiredSettingBody")
public record DesiredBody(
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

        @Schema(
                description = "As text, whatever its type; no password or key",
                maxLength = 2500,
                required = true,
                examples = "300")
        @Nullable
        String value,

        @Schema(
                description =
                        "Whether stations that are connected are set to it now, and again after each boot that lost it;"
                                + " default false: only shown where they differ")
        @Nullable
        Boolean enforce) {

    private Wanted wanted(String where) {
        Address address = new AddressBody(
                        key, component, instance, evse, connector, variable, variableInstance, attribute)
                .address(where);
        String wanted = SettingBody.value(where, value);
        if (address.isSecret()) {
            throw Refused.invalid(
                    where,
                    where + " is " + address.shown()
                            + ", a password or a key, which is not kept. Set it with PATCH"
                            + " /api/v1/stations/{station}/configuration, or a password with POST"
                            + " /api/v1/stations/{station}/password/rotate.");
        }
        return new Wanted(address, wanted, Boolean.TRUE.equals(enforce));
    }

    /** All of them. */
    @Schema(name = "DesiredConfigurationBody")
    public record Several(
            @Schema(
                    description = "1 to 500 values, each once; of both version families, where a group has both",
                    minItems = 1,
                    maxItems = 500,
                    required = true)
            @Nullable
            List<@Nullable DesiredBody> settings) {

        /** @throws Refused invalid, naming the field */
        static List<Wanted> wanted(@Nullable Several body) {
            List<@Nullable DesiredBody> all = body == null ? null : body.settings();
            SettingBody.checkSize(all);
            List<Wanted> wanted = new ArrayList<>();
            for (DesiredBody each : all == null ? List.<@Nullable DesiredBody>of() : all) {
                String where = "settings[" + wanted.size() + "]";
                if (each == null) {
                    throw Refused.invalid(where, where + " is null. Leave it out.");
                }
                wanted.add(each.wanted(where));
            }
            SettingBody.checkUnique(wanted.stream()
                    .map(each -> new Setting(each.address(), each.value()))
                    .toList());
            return wanted;
        }
    }
}
