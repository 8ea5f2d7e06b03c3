package org.ohmstead.commands.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v16.GetConfiguration;
import org.ohmstead.ocpp.v16.RemoteStartTransaction;
import org.ohmstead.ocpp.v2.ClearVariableMonitoring;
import org.ohmstead.ocpp.v2.GetReport;
import org.ohmstead.ocpp.v2.GetVariables;
import org.ohmstead.ocpp.v2.RequestStartTransaction;
import org.ohmstead.ocpp.v2.SetVariableMonitoring;
import org.ohmstead.ocpp.v2.SetVariables;
import org.ohmstead.stations.StationRef;

/** Holds a request against what the station has told of its limits. */
public final class LimitCheck {
    private final StationLimits limits;

    public LimitCheck(StationLimits limits) {
        this.limits = limits;
    }

    /** @param where the field of the payload */
    private record Use(StationLimit limit, long found, String where, String unit) {}

    /**
     * @param bytes of the payload
     * @throws Refused in conflict that names what was to be sent and what the station takes
     */
    public void check(StationRef station, OcppCall<?> request, OcppVersion version, int bytes) {
        for (Use use : uses(request, bytes)) {
            StationLimits.Told told = limits.of(station, use.limit()).orElse(null);
            if (told != null && use.found() > told.most()) {
                throw new Refused(
                        Refused.Kind.CONFLICT,
                        "More than the station takes",
                        use.where() + " has " + use.unit() + " " + use.found() + "; the station takes " + told.most()
                                + " (" + use.limit().name(version.isV2()) + ", which it told at " + told.at()
                                + "). Nothing was sent. Send less, or let the station tell its limit again with "
                                + (version.isV2() ? "GetVariables" : "GetConfiguration") + " if it has changed.",
                        "payload." + use.where());
            }
        }
    }

    private static List<Use> uses(OcppCall<?> request, int bytes) {
        return switch (request) {
            case GetConfiguration.Request get ->
                List.of(new Use(StationLimit.CONFIGURATION_KEYS, size(get.key()), "key", "a count of"));
            case org.ohmstead.ocpp.v16.SendLocalList.Request list ->
                List.of(entries(
                        list.localAuthorizationList() == null
                                ? 0
                                : list.localAuthorizationList().stream()
                                        .filter(one -> one.idTagInfo() != null)
                                        .count()));
            case org.ohmstead.ocpp.v16.SetChargingProfile.Request set ->
                of(set.csChargingProfiles(), "csChargingProfiles");
            case RemoteStartTransaction.Request start -> of(start.chargingProfile(), "chargingProfile");
            case org.ohmstead.ocpp.v2.SendLocalList.Request list ->
                List.of(entries(
                        list.localAuthorizationList() == null
                                ? 0
                                : list.localAuthorizationList().stream()
                                        .filter(one -> one.idTokenInfo() != null)
                                        .count()));
            case org.ohmstead.ocpp.v16.CertificateSigned.Request signed -> chain(signed.certificateChain());
            case org.ohmstead.ocpp.v2.CertificateSigned.Request signed -> chain(signed.certificateChain());
            case org.ohmstead.ocpp.v2.SetChargingProfile.Request set -> of(set.chargingProfile(), "chargingProfile");
            case RequestStartTransaction.Request start -> of(start.chargingProfile(), "chargingProfile");
            default -> batch(request, bytes);
        };
    }

    /** 2.x limits what a message holds by its items and by its bytes. */
    private static List<Use> batch(OcppCall<?> request, int bytes) {
        return switch (request) {
            case GetVariables.Request get ->
                items(
                        get.getVariableData(),
                        "getVariableData",
                        StationLimit.VARIABLES_TO_GET,
                        StationLimit.BYTES_OF_GET_VARIABLES,
                        bytes);
            case SetVariables.Request set ->
                items(
                        set.setVariableData(),
                        "setVariableData",
                        StationLimit.VARIABLES_TO_SET,
                        StationLimit.BYTES_OF_SET_VARIABLES,
                        bytes);
            case GetReport.Request get ->
                items(
                        get.componentVariable(),
                        "componentVariable",
                        StationLimit.VARIABLES_TO_REPORT,
                        StationLimit.BYTES_OF_GET_REPORT,
                        bytes);
            case SetVariableMonitoring.Request set ->
                items(
                        set.setMonitoringData(),
                        "setMonitoringData",
                        StationLimit.MONITORS_TO_SET,
                        StationLimit.BYTES_OF_SET_MONITORS,
                        bytes);
            case ClearVariableMonitoring.Request clear ->
                items(clear.id(), "id", StationLimit.MONITORS_TO_CLEAR, StationLimit.BYTES_OF_CLEAR_MONITORS, bytes);
            default -> List.of();
        };
    }

    private static List<Use> chain(String pem) {
        return List.of(new Use(StationLimit.CERTIFICATE_CHAIN, pem.length(), "certificateChain", "a length of"));
    }

    private static Use entries(long count) {
        return new Use(StationLimit.LOCAL_LIST_ENTRIES, count, "localAuthorizationList", "a count of");
    }

    private static List<Use> items(
            @Nullable List<?> list, String where, StationLimit items, StationLimit size, int bytes) {
        return List.of(
                new Use(items, size(list), where, "a count of"),
                new Use(size, bytes, where, "in bytes of the message"));
    }

    private static List<Use> of(org.ohmstead.ocpp.v16.@Nullable ChargingProfile profile, String where) {
        return profile == null
                ? List.of()
                : profile(
                        where,
                        profile.stackLevel(),
                        List.of(profile.chargingSchedule().chargingSchedulePeriod()));
    }

    private static List<Use> of(org.ohmstead.ocpp.v2.@Nullable ChargingProfile profile, String where) {
        return profile == null
                ? List.of()
                : profile(
                        where,
                        profile.stackLevel(),
                        profile.chargingSchedule().stream()
                                .map(schedule -> Objects.requireNonNull(schedule.chargingSchedulePeriod()))
                                .toList());
    }

    private static List<Use> profile(String where, int stackLevel, List<? extends List<?>> schedules) {
        List<Use> uses = new ArrayList<>();
        uses.add(new Use(StationLimit.STACK_LEVEL, stackLevel, where + ".stackLevel", "the value"));
        for (List<?> periods : schedules) {
            String path = where + ".chargingSchedule.chargingSchedulePeriod";
            uses.add(new Use(StationLimit.SCHEDULE_PERIODS, periods.size(), path, "a count of"));
        }
        return uses;
    }

    private static int size(@Nullable List<?> list) {
        return list == null ? 0 : list.size();
    }
}
