package org.ohmstead.configuration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.devicemodel.Address;

/** What is to be asked of a station, as REST takes it. */
@Schema(name = "ConfigurationRefreshBody")
public record RefreshBody(
        @Schema(
                description = "1.6: configuration keys; absent: all",
                maxItems = 500,
                examples = "[\"HeartbeatInterval\"]")
        @Nullable
        List<@Nullable String> keys,

        @Schema(
                description = "2.x: values that are asked for by GetVariables; absent: a report is asked for",
                maxItems = 500)
        @Nullable
        List<@Nullable AddressBody> variables,

        @Schema(
                description =
                        "2.x: which report. full, which is meant where nothing is given: all that the station has;"
                                + " configuration: what can be set; summary: availability and problems; custom: as"
                                + " components and criteria say",
                enumeration = {"full", "configuration", "summary", "custom"})
        @Nullable
        String report,

        @Schema(description = "Of a custom report; absent: all components", maxItems = 500) @Nullable
        List<@Nullable ReportPart> components,

        @Schema(
                description = "Of a custom report, one of which must hold: Active, Available, Enabled, Problem",
                maxItems = 4,
                examples = "[\"Problem\"]")
        @Nullable
        List<@Nullable String> criteria) {

    private static final int MOST = 500;
    private static final Set<String> CRITERIA = Set.of("Active", "Available", "Enabled", "Problem");

    /** Of what a custom report is to tell. */
    @Schema(name = "ConfigurationReportPart")
    public record ReportPart(
            @Schema(description = "Component", maxLength = 50, required = true, examples = "EVSE") @Nullable
            String component,

            @Schema(description = "Absent: of all instances", maxLength = 50) @Nullable
            String instance,

            @Schema(description = "Absent: of all EVSEs", minimum = "1") @Nullable
            Integer evse,

            @Schema(description = "Connector of the EVSE", minimum = "1") @Nullable
            Integer connector,

            @Schema(description = "Absent: all of its variables", maxLength = 50, examples = "Power") @Nullable
            String variable,

            @Schema(description = "Absent: of all instances", maxLength = 50) @Nullable
            String variableInstance) {

        private Address address(String where) {
            return new Address(
                    AddressBody.name(where + ".component", component),
                    AddressBody.instance(where + ".instance", instance),
                    AddressBody.number(where + ".evse", evse),
                    AddressBody.number(where + ".connector", connector),
                    AddressBody.instance(where + ".variable", variable),
                    AddressBody.instance(where + ".variableInstance", variableInstance),
                    Address.ACTUAL);
        }
    }

    /** @throws Refused invalid, naming the field */
    static ReadingWish wish(@Nullable RefreshBody body) {
        return body == null ? new ReadingWish(List.of(), null, List.of(), "keys") : body.wish();
    }

    private ReadingWish wish() {
        ReadingWish.Report which = which();
        boolean custom = which == ReadingWish.Report.CUSTOM;
        int given = (keys == null ? 0 : 1) + (variables == null ? 0 : 1) + (which == null ? 0 : 1);
        if (given > 1) {
            throw Refused.invalid(
                    "report", "Give one of keys (1.6), variables and report (2.x), or none of them for all there is.");
        }
        if (!custom && (components != null || criteria != null)) {
            throw Refused.invalid(
                    "report",
                    "components and criteria are of a custom report. Give report as custom, or leave them out.");
        }
        if (custom && components == null && criteria == null) {
            throw Refused.invalid("components", "A custom report needs components, criteria or both.");
        }
        if (keys != null) {
            return new ReadingWish(keyAddresses(), null, List.of(), "keys");
        }
        return custom
                ? new ReadingWish(parts(), which, criteriaWords(), "components")
                : new ReadingWish(variables == null ? List.of() : variables(variables), which, List.of(), "variables");
    }

    private ReadingWish.@Nullable Report which() {
        if (report == null) {
            return null;
        }
        return Arrays.stream(ReadingWish.Report.values())
                .filter(each -> each.word().equals(report))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(
                        "report",
                        "report is '" + report + "'; allowed are "
                                + Arrays.stream(ReadingWish.Report.values())
                                        .map(ReadingWish.Report::word)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private List<Address> keyAddresses() {
        List<Address> all = new ArrayList<>();
        for (String key : sized("keys", keys)) {
            all.add(Address.ofKey(AddressBody.name("keys[" + all.size() + "]", key)));
        }
        return unique("keys", all);
    }

    private static List<Address> variables(List<@Nullable AddressBody> given) {
        List<Address> all = new ArrayList<>();
        for (AddressBody each : sized("variables", given)) {
            all.add(present("variables", all.size(), each).address("variables[" + all.size() + "]"));
        }
        return unique("variables", all);
    }

    private List<Address> parts() {
        List<Address> all = new ArrayList<>();
        if (components != null) {
            for (ReportPart each : sized("components", components)) {
                all.add(present("components", all.size(), each).address("components[" + all.size() + "]"));
            }
        }
        return unique("components", all);
    }

    private List<String> criteriaWords() {
        List<String> words = new ArrayList<>();
        for (String each : criteria == null ? List.<@Nullable String>of() : sized("criteria", criteria)) {
            if (each == null || !CRITERIA.contains(each)) {
                throw Refused.invalid(
                        "criteria", "criteria has '" + each + "'; allowed are Active, Available, Enabled and Problem.");
            }
            words.add(each);
        }
        return words.stream().distinct().toList();
    }

    private static <T> List<@Nullable T> sized(String field, @Nullable List<@Nullable T> all) {
        if (all == null || all.isEmpty() || all.size() > MOST) {
            throw Refused.invalid(
                    field,
                    field + " has " + (all == null ? 0 : all.size()) + " entries; allowed are 1 to " + MOST
                            + ". Leave it out for all there is.");
        }
        return all;
    }

    private static <T> T present(String field, int index, @Nullable T each) {
        if (each == null) {
            throw Refused.invalid(field, field + "[" + index + "] is null. Leave it out.");
        }
        return each;
    }

    private static List<Address> unique(String field, List<Address> all) {
        if (all.stream().map(Address::key).distinct().count() < all.size()) {
            throw Refused.invalid(field, field + " has an entry twice, where case does not matter. Give each once.");
        }
        return all;
    }
}
