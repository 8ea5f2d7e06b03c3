package org.ohmstead.commands.limits;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A limit of a station that it tells itself (OCPP 1.6 §9, referenced components and variables of 2.x). */
public enum StationLimit {
    LOCAL_LIST_ENTRIES("LocalAuthListMaxLength", "LocalAuthListCtrlr.Entries"),
    LOCAL_LIST_ENTRIES_IN_A_MESSAGE("SendLocalListMaxLength", "LocalAuthListCtrlr.ItemsPerMessage"),
    LOCAL_LIST_BYTES_IN_A_MESSAGE(null, "LocalAuthListCtrlr.BytesPerMessage"),
    CONFIGURATION_KEYS("GetConfigurationMaxKeys", null),
    SCHEDULE_PERIODS("ChargingScheduleMaxPeriods", "SmartChargingCtrlr.PeriodsPerSchedule"),
    CERTIFICATE_CHAIN("CertificateSignedMaxChainSize", "SecurityCtrlr.MaxCertificateChainSize"),
    STACK_LEVEL("ChargeProfileMaxStackLevel", "SmartChargingCtrlr.ProfileStackLevel"),
    PROFILES_INSTALLED("MaxChargingProfilesInstalled", "SmartChargingCtrlr.Entries[ChargingProfiles]"),
    VARIABLES_TO_GET(null, "DeviceDataCtrlr.ItemsPerMessage[GetVariables]"),
    BYTES_OF_GET_VARIABLES(null, "DeviceDataCtrlr.BytesPerMessage[GetVariables]"),
    VARIABLES_TO_SET(null, "DeviceDataCtrlr.ItemsPerMessage[SetVariables]"),
    BYTES_OF_SET_VARIABLES(null, "DeviceDataCtrlr.BytesPerMessage[SetVariables]"),
    VARIABLES_TO_REPORT(null, "DeviceDataCtrlr.ItemsPerMessage[GetReport]"),
    BYTES_OF_GET_REPORT(null, "DeviceDataCtrlr.BytesPerMessage[GetReport]"),
    MONITORS_TO_SET(null, "MonitoringCtrlr.ItemsPerMessage[SetVariableMonitoring]"),
    BYTES_OF_SET_MONITORS(null, "MonitoringCtrlr.BytesPerMessage[SetVariableMonitoring]"),
    MONITORS_TO_CLEAR(null, "MonitoringCtrlr.ItemsPerMessage[ClearVariableMonitoring]"),
    BYTES_OF_CLEAR_MONITORS(null, "MonitoringCtrlr.BytesPerMessage[ClearVariableMonitoring]");

    private final @Nullable String key;
    private final @Nullable String variable;

    StationLimit(@Nullable String key, @Nullable String variable) {
        this.key = key;
        this.variable = variable;
    }

    /** The limit that a configuration key of 1.6 holds. */
    static Optional<StationLimit> ofKey(String name) {
        return Stream.of(values())
                .filter(limit -> name.strip().equalsIgnoreCase(limit.key))
                .findFirst();
    }

    /** The limit that a variable of 2.x holds. */
    static Optional<StationLimit> ofVariable(String component, String name, @Nullable String instance) {
        String full = component + "." + name + (instance == null || instance.isEmpty() ? "" : "[" + instance + "]");
        return Stream.of(values())
                .filter(limit -> full.equalsIgnoreCase(limit.variable))
                .findFirst();
    }

    /** Whether the variable's value is how many there are, and its maximum the limit. */
    boolean isMaximum() {
        return this == LOCAL_LIST_ENTRIES || this == PROFILES_INSTALLED;
    }

    /** Whether zero means what it says; of most it is what a station tells that does not know. */
    boolean mayBeZero() {
        return this == STACK_LEVEL;
    }

    /** The station's own name of it, for people. */
    public String name(boolean v2) {
        return String.valueOf(v2 ? variable : key);
    }
}
