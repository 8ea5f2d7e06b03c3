package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V201;
import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Required;
import org.ohmstead.ocpp.schema.Since;

/**
 * Store a network connection profile in a slot; CSMS to station.
 * Source: OCPP 2.x B09, B10.
 */
public interface SetNetworkProfile {

    /** What the sender of SetNetworkProfile says. */
    record Request(
            int configurationSlot,
            NetworkConnectionProfile connectionData,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int configurationSlot, NetworkConnectionProfile connectionData) {
            this(configurationSlot, connectionData, null);
        }
    }

    /** The answer to SetNetworkProfile. */
    record Response(
            SetNetworkProfileStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(SetNetworkProfileStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(SetNetworkProfileStatus status) {
            this(status, null, null);
        }
    }

    /** APN. */
    record APN(
            @MaxLength(value = 2000, v201 = 512) String apn,
            APNAuthentication apnAuthentication,
            @MaxLength(value = 50, v201 = 20) @Nullable String apnUserName,
            @MaxLength(value = 64, v201 = 20) @Nullable String apnPassword,
            @Nullable Integer simPin,
            @MaxLength(6) @Nullable String preferredNetwork,
            @Nullable Boolean useOnlyPreferredNetwork,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public APN(
                String apn,
                APNAuthentication apnAuthentication,
                @Nullable String apnUserName,
                @Nullable String apnPassword,
                @Nullable Integer simPin,
                @Nullable String preferredNetwork,
                @Nullable Boolean useOnlyPreferredNetwork) {
            this(
                    apn,
                    apnAuthentication,
                    apnUserName,
                    apnPassword,
                    simPin,
                    preferredNetwork,
                    useOnlyPreferredNetwork,
                    null);
        }
        /** What the specification requires; the rest absent. */
        public APN(String apn, APNAuthentication apnAuthentication) {
            this(apn, apnAuthentication, null, null, null, null, null, null);
        }
    }

    /** APN Authentication. */
    enum APNAuthentication {
        CHAP,
        NONE,
        PAP,
        AUTO
    }

    /** Network Connection Profile. */
    record NetworkConnectionProfile(
            @Required(V201) @Nullable OCPPVersion ocppVersion,
            OCPPTransport ocppTransport,
            @MaxLength(value = 2000, v201 = 512) String ocppCsmsUrl,
            int messageTimeout,
            @Range(min = 0, since = V21) int securityProfile,
            OCPPInterface ocppInterface,
            @Nullable APN apn,
            @Nullable VPN vpn,
            @Since(V21) @MaxLength(48) @Nullable String identity,
            @Since(V21) @MaxLength(64) @Nullable String basicAuthPassword,
            @Nullable CustomData customData) {
        /** What the specification requires; the rest absent. */
        public NetworkConnectionProfile(
                @Nullable OCPPVersion ocppVersion,
                OCPPTransport ocppTransport,
                String ocppCsmsUrl,
                int messageTimeout,
                int securityProfile,
                OCPPInterface ocppInterface) {
            this(
                    ocppVersion,
                    ocppTransport,
                    ocppCsmsUrl,
                    messageTimeout,
                    securityProfile,
                    ocppInterface,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /** OCPP Interface. */
    enum OCPPInterface {
        Wired0,
        Wired1,
        Wired2,
        Wired3,
        Wireless0,
        Wireless1,
        Wireless2,
        Wireless3,
        @Since(V21)
        Any
    }

    /** OCPP Transport. */
    enum OCPPTransport {
        JSON,
        SOAP
    }

    /** OCPP Version. */
    enum OCPPVersion {
        OCPP12,
        OCPP15,
        OCPP16,
        OCPP20,
        @Since(V21)
        OCPP201,
        @Since(V21)
        OCPP21
    }

    /** Set Network Profile Status. */
    enum SetNetworkProfileStatus {
        Accepted,
        Rejected,
        Failed
    }

    /** VPN. */
    record VPN(
            @MaxLength(value = 2000, v201 = 512) String server,
            @MaxLength(value = 50, v201 = 20) String user,
            @MaxLength(value = 64, v201 = 20) String password,
            @MaxLength(255) String key,
            VPNKind type,
            @MaxLength(value = 50, v201 = 20) @Nullable String group,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public VPN(String server, String user, String password, String key, VPNKind type, @Nullable String group) {
            this(server, user, password, key, type, group, null);
        }
        /** What the specification requires; the rest absent. */
        public VPN(String server, String user, String password, String key, VPNKind type) {
            this(server, user, password, key, type, null, null);
        }
    }

    /** VPN Kind. */
    enum VPNKind {
        IKEv2,
        IPSec,
        L2TP,
        PPTP
    }
}
