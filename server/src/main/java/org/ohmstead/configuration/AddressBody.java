package org.ohmstead.configuration;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.devicemodel.Address;

/** Which value of a station is meant, as REST takes it. */
@Schema(name = "ConfigurationAddressBody")
public record AddressBody(
        @Schema(
                description = "Configuration key of 1.6; then nothing else",
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
        String attribute) {

    private static final int LONGEST = 50;

    /** @param where the field of the body that this is; @throws Refused invalid */
    public Address address(String where) {
        if (key != null) {
            if (component != null || variable != null) {
                throw Refused.invalid(
                        where + ".key", where + ".key is of 1.6, component and variable are of 2.x. Give either.");
            }
            return Address.ofKey(name(where + ".key", key));
        }
        if (component == null && variable == null) {
            throw Refused.invalid(
                    where,
                    where + " names no value. Give key for a station of 1.6, component and variable for one of 2.x.");
        }
        return new Address(
                name(where + ".component", component),
                instance(where + ".instance", instance),
                number(where + ".evse", evse),
                number(where + ".connector", connector),
                name(where + ".variable", variable),
                instance(where + ".variableInstance", variableInstance),
                attribute(where + ".attribute"));
    }

    private String attribute(String where) {
        return switch (attribute) {
            case null -> Address.ACTUAL;
            case "Actual", "Target", "MinSet", "MaxSet" -> attribute;
            default ->
                throw Refused.invalid(
                        where, where + " is '" + attribute + "'; allowed are Actual, Target, MinSet and MaxSet.");
        };
    }

    static String name(String where, @Nullable String name) {
        if (name == null || name.isBlank()) {
            throw Refused.invalid(where, where + " is missing.");
        }
        return instance(where, name);
    }

    static String instance(String where, @Nullable String name) {
        if (name == null) {
            return "";
        }
        if (name.strip().length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw Refused.invalid(
                    where,
                    where + " has " + name.length() + " characters; allowed are up to " + LONGEST
                            + ", none of control.");
        }
        return name.strip();
    }

    static int number(String where, @Nullable Integer number) {
        if (number != null && number < 1) {
            throw Refused.invalid(
                    where, where + " is " + number + "; allowed is a whole number from 1, or leave it out.");
        }
        return number == null ? 0 : number;
    }
}
