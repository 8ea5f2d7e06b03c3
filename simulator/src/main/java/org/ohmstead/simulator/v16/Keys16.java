package org.ohmstead.simulator.v16;

import org.ohmstead.simulator.station.Configuration;
import org.ohmstead.simulator.station.Configuration.Kind;
import org.ohmstead.simulator.station.Configuration.Name;
import org.ohmstead.simulator.station.StationOptions;

/** The configuration keys of a 1.6 station (1.6 §9 and the security extension). */
final class Keys16 {
    static final Name HEARTBEAT = key("HeartbeatInterval");
    static final Name METER_INTERVAL = key("MeterValueSampleInterval");
    static final Name MEASURANDS = key("MeterValuesSampledData");
    static final Name STOP_MEASURANDS = key("StopTxnSampledData");
    static final Name ATTEMPTS = key("TransactionMessageAttempts");
    static final Name RETRY = key("TransactionMessageRetryInterval");
    static final Name PLUG_TIMEOUT = key("ConnectionTimeOut");
    static final Name STOP_ON_INVALID = key("StopTransactionOnInvalidId");
    static final Name OFFLINE_UNKNOWN = key("AllowOfflineTxForUnknownId");
    static final Name AUTHORIZE_REMOTE = key("AuthorizeRemoteTxRequests");
    static final Name AUTHORIZATION_KEY = key("AuthorizationKey");
    static final Name SECURITY_PROFILE = key("SecurityProfile");
    static final Name CPO_NAME = key("CpoName");

    private static final String[] MEASURED = {
        "Energy.Active.Import.Register",
        "Power.Active.Import",
        "Power.Offered",
        "Current.Import",
        "Voltage",
        "SoC",
        "Temperature"
    };

    private Keys16() {}

    static Configuration of(StationOptions options) {
        Configuration keys = new Configuration();
        number(keys, "HeartbeatInterval", 300);
        number(keys, "MeterValueSampleInterval", options.meterInterval().toSeconds());
        number(keys, "ClockAlignedDataInterval", 0);
        number(keys, "TransactionMessageAttempts", 3);
        number(keys, "TransactionMessageRetryInterval", options.retryInterval().toSeconds());
        number(keys, "ConnectionTimeOut", 60);
        number(keys, "WebSocketPingInterval", 60);
        number(keys, "ResetRetries", 1);
        measurands(keys, "MeterValuesSampledData", String.join(",", MEASURED));
        measurands(keys, "MeterValuesAlignedData", MEASURED[0]);
        measurands(keys, "StopTxnSampledData", MEASURED[0]);
        measurands(keys, "StopTxnAlignedData", "");
        flag(keys, "StopTransactionOnInvalidId", true);
        flag(keys, "StopTransactionOnEVSideDisconnect", true);
        flag(keys, "AllowOfflineTxForUnknownId", true);
        flag(keys, "AuthorizeRemoteTxRequests", false);
        flag(keys, "LocalAuthorizeOffline", true);
        flag(keys, "LocalPreAuthorize", false);
        flag(keys, "AuthorizationCacheEnabled", true);
        flag(keys, "LocalAuthListEnabled", true);
        flag(keys, "UnlockConnectorOnEVSideDisconnect", true);
        keys.add("ConnectorPhaseRotation", "0.RST").changeable();
        keys.add("AuthorizationKey", "").secret();
        keys.add("SecurityProfile", options.password() == null ? 0 : 1)
                .kind(Kind.INTEGER)
                .needsReboot();
        keys.add("CpoName", "Ohmstead").changeable();
        fixed(keys, options);
        return keys;
    }

    private static void fixed(Configuration keys, StationOptions options) {
        keys.add("NumberOfConnectors", options.outlets());
        keys.add(
                "SupportedFeatureProfiles",
                "Core,FirmwareManagement,LocalAuthListManagement,Reservation,SmartCharging,RemoteTrigger");
        keys.add("GetConfigurationMaxKeys", 50);
        keys.add("LocalAuthListMaxLength", 1000);
        keys.add("SendLocalListMaxLength", 1000);
        keys.add("ChargeProfileMaxStackLevel", 10);
        keys.add("ChargingScheduleAllowedChargingRateUnit", "Current,Power");
        keys.add("ChargingScheduleMaxPeriods", 24);
        keys.add("MaxChargingProfilesInstalled", 20);
        keys.add("ConnectorSwitch3to1PhaseSupported", false);
        keys.add("ReserveConnectorZeroSupported", true);
        keys.add("AdditionalRootCertificateCheck", false);
        keys.add("CertificateStoreMaxLength", 20);
        keys.add("SupportedFileTransferProtocols", "HTTP,HTTPS");
    }

    private static void number(Configuration keys, String key, long value) {
        keys.add(key, value).kind(Kind.INTEGER).changeable();
    }

    private static void flag(Configuration keys, String key, boolean value) {
        keys.add(key, value).kind(Kind.BOOLEAN).changeable();
    }

    private static void measurands(Configuration keys, String key, String value) {
        keys.add(key, value).kind(Kind.LIST).allowed(MEASURED).changeable();
    }

    private static Name key(String key) {
        return new Name("", 0, key, "");
    }
}
