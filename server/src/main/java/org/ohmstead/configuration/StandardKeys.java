package org.ohmstead.configuration;

import java.util.List;

/** Configuration keys of 1.6 that stations have, by which those are found that tell only few of theirs unless asked (field note 74). */
final class StandardKeys {
    static final String MOST_KEYS = "GetConfigurationMaxKeys";

    /** Those that every station must have (1.6 §9.1). */
    static final List<String> REQUIRED = List.of(
            "AuthorizeRemoteTxRequests",
            "ClockAlignedDataInterval",
            "ConnectionTimeOut",
            "ConnectorPhaseRotation",
            MOST_KEYS,
            "HeartbeatInterval",
            "LocalAuthorizeOffline",
            "LocalPreAuthorize",
            "MeterValuesAlignedData",
            "MeterValuesSampledData",
            "MeterValueSampleInterval",
            "NumberOfConnectors",
            "ResetRetries",
            "StopTransactionOnEVSideDisconnect",
            "StopTransactionOnInvalidId",
            "StopTxnAlignedData",
            "StopTxnSampledData",
            "SupportedFeatureProfiles",
            "TransactionMessageAttempts",
            "TransactionMessageRetryInterval",
            "UnlockConnectorOnEVSideDisconnect");

    /** Those that many have beside them (1.6 §9.1 to §9.4, security extension). */
    static final List<String> OPTIONAL = List.of(
            "AllowOfflineTxForUnknownId",
            "AuthorizationCacheEnabled",
            "BlinkRepeat",
            "LightIntensity",
            "MaxEnergyOnInvalidId",
            "MeterValuesAlignedDataMaxLength",
            "MeterValuesSampledDataMaxLength",
            "MinimumStatusDuration",
            "StopTxnAlignedDataMaxLength",
            "StopTxnSampledDataMaxLength",
            "WebSocketPingInterval",
            "LocalAuthListEnabled",
            "LocalAuthListMaxLength",
            "SendLocalListMaxLength",
            "ReserveConnectorZeroSupported",
            "ChargeProfileMaxStackLevel",
            "ChargingScheduleAllowedChargingRateUnit",
            "ChargingScheduleMaxPeriods",
            "ConnectorSwitch3to1PhaseSupported",
            "MaxChargingProfilesInstalled",
            "AdditionalRootCertificateCheck",
            "CertificateSignedMaxChainSize",
            "CertificateStoreMaxLength",
            "CpoName",
            "SecurityProfile",
            "SupportedFileTransferProtocols");

    private StandardKeys() {}
}
