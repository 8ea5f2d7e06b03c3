package org.ohmstead.devicemodel;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which value is meant, as the API shows it: key of 1.6, the others of 2.x. */
@Schema(name = "ConfigurationAddress")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShownAddress(
        @Schema(description = "Configuration key of 1.6", examples = "HeartbeatInterval") @Nullable
        String key,

        @Schema(description = "Component (2.x)", examples = "OCPPCommCtrlr") @Nullable
        String component,

        @Schema(description = "Which one, of several components of the name") @Nullable
        String instance,

        @Schema(description = "EVSE of the component; absent: the station") @Nullable
        Integer evse,

        @Schema(description = "Connector of the EVSE") @Nullable
        Integer connector,

        @Schema(description = "Variable of the component", examples = "HeartbeatInterval") @Nullable
        String variable,

        @Schema(description = "Which one, of several variables of the name") @Nullable
        String variableInstance,

        @Schema(description = "Actual, Target, MinSet or MaxSet", examples = "Actual") @Nullable
        String attribute) {

    public static ShownAddress of(Address address) {
        if (address.isKey()) {
            return new ShownAddress(address.variable(), null, null, null, null, null, null, null);
        }
        return new ShownAddress(
                null,
                address.component(),
                unlessEmpty(address.componentInstance()),
                address.evse() == 0 ? null : address.evse(),
                address.connector() == 0 ? null : address.connector(),
                address.variable(),
                unlessEmpty(address.variableInstance()),
                address.attribute());
    }

    private static @Nullable String unlessEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
