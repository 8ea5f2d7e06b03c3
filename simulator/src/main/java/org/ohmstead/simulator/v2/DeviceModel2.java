package org.ohmstead.simulator.v2;

import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.simulator.station.Configuration;
import org.ohmstead.simulator.station.Configuration.Kind;
import org.ohmstead.simulator.station.Configuration.Name;
import org.ohmstead.simulator.station.Configuration.Setting;
import org.ohmstead.simulator.station.StationOptions;

/** The components and variables of a 2.x station (2.x part 2, appendices): the required ones and what it can do. */
final class DeviceModel2 {
    static final Name HEARTBEAT = name("OCPPCommCtrlr", "HeartbeatInterval", "");
    static final Name METER_INTERVAL = name("SampledDataCtrlr", "TxUpdatedInterval", "");
    static final Name MEASURANDS = name("SampledDataCtrlr", "TxUpdatedMeasurands", "");
    static final Name END_MEASURANDS = name("SampledDataCtrlr", "TxEndedMeasurands", "");
    static final Name ATTEMPTS = name("OCPPCommCtrlr", "MessageAttempts", "TransactionEvent");
    static final Name RETRY = name("OCPPCommCtrlr", "MessageAttemptInterval", "TransactionEvent");
    static final Name PLUG_TIMEOUT = name("TxCtrlr", "EVConnectionTimeOut", "");
    static final Name STOP_ON_INVALID = name("TxCtrlr", "StopTxOnInvalidId", "");
    static final Name OFFLINE_UNKNOWN = name("AuthCtrlr", "OfflineTxForUnknownIdEnabled", "");
    static final Name AUTHORIZE_REMOTE = name("AuthCtrlr", "AuthorizeRemoteStart", "");
    static final Name NETWORK_PRIORITY = name("OCPPCommCtrlr", "NetworkConfigurationPriority", "");
    static final Name PASSWORD = name("SecurityCtrlr", "BasicAuthPassword", "");

    private static final String[] MEASURED = {
        "Energy.Active.Import.Register", "Power.Active.Import", "Power.Offered", "Current.Import", "Voltage", "SoC"
    };

    private final Configuration model = new Configuration();
    private final StationOptions options;

    private DeviceModel2(StationOptions options) {
        this.options = options;
    }

    static Configuration of(StationOptions options) {
        DeviceModel2 device = new DeviceModel2(options);
        device.hardware();
        device.communication();
        device.transactions();
        device.sampling();
        device.features();
        if (options.version() == OcppVersion.V21) {
            device.newIn21();
        }
        return device.model;
    }

    private void hardware() {
        text("ChargingStation", "VendorName", "Ohmstead");
        text("ChargingStation", "Model", options.dc() ? "Virtual DC" : "Virtual AC");
        text("ChargingStation", "AvailabilityState", "Available");
        flag("ChargingStation", "Available", true);
        fixed("ChargingStation", "SupplyPhases", 3);
        for (int evse = 1; evse <= options.outlets(); evse++) {
            add("EVSE", evse, "AvailabilityState", "Available");
            add("EVSE", evse, "Available", true).kind(Kind.BOOLEAN);
            add("EVSE", evse, "Power", options.maxWatts()).kind(Kind.DECIMAL).unit("W");
            add("EVSE", evse, "SupplyPhases", options.dc() ? 0 : 3).kind(Kind.INTEGER);
            add("Connector", evse, "AvailabilityState", "Available");
            add("Connector", evse, "Available", true).kind(Kind.BOOLEAN);
            add("Connector", evse, "ConnectorType", options.dc() ? "cCCS2" : "cType2");
        }
        text("Controller", "FirmwareVersion", "1.0.0");
    }

    private void communication() {
        number("OCPPCommCtrlr", "HeartbeatInterval", 300).unit("s");
        number("OCPPCommCtrlr", "NetworkProfileConnectionAttempts", 3);
        number("OCPPCommCtrlr", "OfflineThreshold", 60).unit("s");
        number("OCPPCommCtrlr", "ResetRetries", 1);
        number("OCPPCommCtrlr", "WebSocketPingInterval", 60).unit("s");
        number("OCPPCommCtrlr", "RetryBackOffRepeatTimes", 6);
        number("OCPPCommCtrlr", "RetryBackOffRandomRange", 1).unit("s");
        number("OCPPCommCtrlr", "RetryBackOffWaitMinimum", 1).unit("s");
        flag("OCPPCommCtrlr", "UnlockOnEVSideDisconnect", true);
        text("OCPPCommCtrlr", "NetworkConfigurationPriority", "1").needsReboot();
        fixed("OCPPCommCtrlr", "ActiveNetworkProfile", 1);
        fixed("OCPPCommCtrlr", "FileTransferProtocols", "HTTP,HTTPS");
        model.add("OCPPCommCtrlr", 0, "MessageTimeout", "Default", 30)
                .kind(Kind.INTEGER)
                .unit("s");
        model.add("OCPPCommCtrlr", 0, "MessageAttempts", "TransactionEvent", 3)
                .kind(Kind.INTEGER)
                .changeable();
        model.add(
                        "OCPPCommCtrlr",
                        0,
                        "MessageAttemptInterval",
                        "TransactionEvent",
                        options.retryInterval().toSeconds())
                .kind(Kind.INTEGER)
                .changeable();
        text("SecurityCtrlr", "Identity", options.identity());
        text("SecurityCtrlr", "BasicAuthPassword", "").secret();
        text("SecurityCtrlr", "OrganizationName", "Ohmstead").changeable();
        fixed("SecurityCtrlr", "SecurityProfile", options.password() == null ? 0 : 1);
        fixed("SecurityCtrlr", "CertificateEntries", 0);
    }

    private void transactions() {
        number("TxCtrlr", "EVConnectionTimeOut", 60).unit("s");
        flag("TxCtrlr", "StopTxOnInvalidId", true);
        flag("TxCtrlr", "StopTxOnEVSideDisconnect", true);
        fixed("TxCtrlr", "TxStartPoint", options.startsAtPlug() ? "EVConnected" : "PowerPathClosed");
        fixed("TxCtrlr", "TxStopPoint", "PowerPathClosed");
        flag("AuthCtrlr", "Enabled", true);
        flag("AuthCtrlr", "AuthorizeRemoteStart", false);
        flag("AuthCtrlr", "LocalAuthorizeOffline", true);
        flag("AuthCtrlr", "LocalPreAuthorize", false);
        flag("AuthCtrlr", "OfflineTxForUnknownIdEnabled", true);
        flag("AuthCacheCtrlr", "Enabled", true);
        flag("LocalAuthListCtrlr", "Enabled", true);
        fixed("LocalAuthListCtrlr", "Entries", 0);
        fixed("LocalAuthListCtrlr", "ItemsPerMessage", 1000);
        fixed("LocalAuthListCtrlr", "BytesPerMessage", 500_000);
        flag("ReservationCtrlr", "Enabled", true);
        flag("ReservationCtrlr", "NonEvseSpecific", true);
    }

    private void sampling() {
        number("SampledDataCtrlr", "TxUpdatedInterval", options.meterInterval().toSeconds())
                .unit("s");
        number("SampledDataCtrlr", "TxEndedInterval", 0).unit("s");
        flag("SampledDataCtrlr", "Enabled", true);
        flag("AlignedDataCtrlr", "Enabled", false);
        number("AlignedDataCtrlr", "Interval", 0).unit("s");
        list("SampledDataCtrlr", "TxStartedMeasurands", MEASURED[0]);
        list("SampledDataCtrlr", "TxUpdatedMeasurands", String.join(",", MEASURED));
        list("SampledDataCtrlr", "TxEndedMeasurands", MEASURED[0]);
        list("AlignedDataCtrlr", "Measurands", MEASURED[0]);
        flag("ClockCtrlr", "Enabled", true);
        text("ClockCtrlr", "TimeSource", "Heartbeat").changeable();
        text("ClockCtrlr", "DateTime", "");
    }

    private void features() {
        fixed("DeviceDataCtrlr", "ItemsPerMessage", 50);
        fixed("DeviceDataCtrlr", "BytesPerMessage", 50_000);
        flag("SmartChargingCtrlr", "Enabled", true);
        fixed("SmartChargingCtrlr", "Entries", 20);
        fixed("SmartChargingCtrlr", "ProfileStackLevel", 10);
        fixed("SmartChargingCtrlr", "RateUnit", "A,W");
        fixed("SmartChargingCtrlr", "PeriodsPerSchedule", 1024);
        flag("MonitoringCtrlr", "Enabled", true);
        flag("DisplayMessageCtrlr", "Available", true);
        fixed("DisplayMessageCtrlr", "DisplayMessages", 0);
        fixed("DisplayMessageCtrlr", "SupportedFormats", "ASCII,HTML,URI,UTF8");
        fixed("DisplayMessageCtrlr", "SupportedPriorities", "AlwaysFront,InFront,NormalCycle");
        model.add("TariffCostCtrlr", 0, "Available", "Tariff", true).kind(Kind.BOOLEAN);
        model.add("TariffCostCtrlr", 0, "Available", "Cost", true).kind(Kind.BOOLEAN);
        text("TariffCostCtrlr", "Currency", "EUR").changeable();
        text("TariffCostCtrlr", "TariffFallbackMessage", "Ask the operator").changeable();
        text("TariffCostCtrlr", "TotalCostFallbackMessage", "See your invoice").changeable();
    }

    private void newIn21() {
        model.add("TariffCostCtrlr", 0, "Enabled", "Tariff", true).kind(Kind.BOOLEAN);
        fixed("TxCtrlr", "SupportedLimits", "EnergyLimit,TimeLimit,SoCLimit");
        number("TxCtrlr", "ResumptionTimeout", 300).unit("s");
        fixed("SmartChargingCtrlr", "SupportsDynamicProfiles", true);
        fixed("SmartChargingCtrlr", "MaxExternalConstraintsId", 0);
        fixed("V2XChargingCtrlr", "Enabled", false);
        fixed(
                "DCDERCtrlr",
                "ModesSupported",
                "FreqDroop,FixedVar,VoltVar,VoltWatt,LimitMaxDischarge,Gradients,EnterService");
        fixed("BatterySwapCtrlr", "Available", true);
        fixed("WebPaymentsCtrlr", "Enabled", true);
    }

    private Setting add(String component, int evse, String variable, Object value) {
        return model.add(component, evse, variable, "", value);
    }

    private Setting text(String component, String variable, String value) {
        return add(component, 0, variable, value);
    }

    private void fixed(String component, String variable, Object value) {
        Kind kind = value instanceof Boolean ? Kind.BOOLEAN : value instanceof Number ? Kind.INTEGER : Kind.TEXT;
        add(component, 0, variable, value).kind(kind);
    }

    private Setting number(String component, String variable, long value) {
        return add(component, 0, variable, value).kind(Kind.INTEGER).changeable();
    }

    private void flag(String component, String variable, boolean value) {
        add(component, 0, variable, value).kind(Kind.BOOLEAN).changeable();
    }

    private void list(String component, String variable, String value) {
        add(component, 0, variable, value).kind(Kind.LIST).allowed(MEASURED).changeable();
    }

    private static Name name(String component, String variable, String instance) {
        return new Name(component, 0, variable, instance);
    }
}
