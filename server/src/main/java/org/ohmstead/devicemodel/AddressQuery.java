package org.ohmstead.devicemodel;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;

/** Which value is meant, in query parameters. */
public record AddressQuery(
        @Parameter(description = "Configuration key of 1.6; not together with the others") @QueryParam("key") @Nullable
        String key,

        @Parameter(description = "Component of 2.x; needs variable") @QueryParam("component") @Nullable
        String component,

        @Parameter(description = "Which one, of several components of the name") @QueryParam("instance") @Nullable
        String instance,

        @Parameter(description = "EVSE of the component; absent: the station") @QueryParam("evse") @Nullable
        String evse,

        @Parameter(description = "Connector of the EVSE") @QueryParam("connector") @Nullable
        String connector,

        @Parameter(description = "Variable of the component") @QueryParam("variable") @Nullable
        String variable,

        @Parameter(description = "Which one, of several variables of the name")
        @QueryParam("variableInstance")
        @Nullable
        String variableInstance,

        @Parameter(description = "Actual, which is meant where it is absent, Target, MinSet or MaxSet")
        @QueryParam("attribute")
        @Nullable
        String attribute) {

    /** Null: any. @throws Refused invalid */
    @Nullable
    Address address() {
        String name = QueryWords.text(key);
        String of = QueryWords.text(component);
        String which = QueryWords.text(variable);
        if (name != null && (of != null || which != null)) {
            throw Refused.invalid("key", "key is of 1.6, component and variable are of 2.x. Give either.");
        }
        if (name != null) {
            return Address.ofKey(name);
        }
        if ((of == null) != (which == null)) {
            String missing = of == null ? "component" : "variable";
            throw Refused.invalid(missing, missing + " is missing: a value is named by component and variable.");
        }
        return of == null || which == null
                ? null
                : new Address(
                        of,
                        empty(instance),
                        number("evse", evse),
                        number("connector", connector),
                        which,
                        empty(variableInstance),
                        empty(attribute));
    }

    private static String empty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static int number(String name, @Nullable String text) {
        Long number = QueryWords.number(name, text);
        if (number != null && (number < 0 || number > Integer.MAX_VALUE)) {
            throw Refused.invalid(name, name + " is " + text + "; allowed is a whole number from 0.");
        }
        return number == null ? 0 : number.intValue();
    }
}
