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
 * Stores how to reach a CSMS, to be used once its slot has priority; CSMS to station.
 * Source: OCPP 2.x B09, B10.
 */
public interface SetNetworkProfile {

    /**
     * @param configurationSlot where to store it
     * @param connectionData    the profile
     */
    record Request(
            int configurationSlot,
            NetworkConnectionProfile connectionData,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int configurationSlot, NetworkConnectionProfile connectionData) {
            this(configurationSlot, connectionData, null);
        }
    }

    /**
     * @param status     what became of it
     * @param statusInfo reason, as code and text
     */
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

    /**
     * Access to a mobile network.
     *
     * @param apn                     name of the access point
     * @param apnAuthentication       how to log in
     * @param apnUserName             user; absent: none
     * @param apnPassword             password; absent: none
     * @param simPin                  PIN of the SIM card; absent: none
     * @param preferredNetwork        country and network code in one
     * @param useOnlyPreferredNetwork whether other networks are ruled out; absent: false
     */
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

    /** How to log in to a mobile network. */
    enum APNAuthentication {
        CHAP,
        NONE,
        PAP,
        AUTO
    }

    /**
     * How to reach a CSMS.
     *
     * @param ocppVersion       ignored by 2.1, where the connection negotiates it
     * @param ocppTransport     JSON; SOAP belongs to earlier versions
     * @param ocppCsmsUrl       URL of the CSMS, to which the station appends its identity
     * @param messageTimeout    how long to wait for an answer, in s
     * @param securityProfile   1 (password), 2 (password and TLS) or 3 (certificates on both sides)
     * @param ocppInterface     network interface to try first
     * @param apn               mobile network; absent: not used
     * @param vpn               tunnel; absent: not used
     * @param identity          identity, and user name with it; absent: as before
     * @param basicAuthPassword password for security profile 1 or 2; absent: as before
     */
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

    /** Network interface of the station, numbered from 0. */
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

    /** How messages travel. */
    enum OCPPTransport {
        JSON,
        SOAP
    }

    /** Version of the protocol. A 2.0.1 station knows itself as OCPP20. */
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

    /** Outcome of storing. Rejected: the content does not suit; Failed: it could not be stored. */
    enum SetNetworkProfileStatus {
        Accepted,
        Rejected,
        Failed
    }

    /**
     * Tunnel to the CSMS.
     *
     * @param server   address of the server
     * @param user     user
     * @param password password of the user
     * @param key      shared secret
     * @param type     protocol of the tunnel
     * @param group    group; absent: none
     */
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

    /** Protocol of a tunnel. */
    enum VPNKind {
        IKEv2,
        IPSec,
        L2TP,
        PPTP
    }
}
