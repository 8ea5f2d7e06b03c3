package org.ohmstead.acceptance;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Every action that a CSMS sends to stations, and the verb by which people have it sent: the operation's id, its method and path,
 * and its body. Names in braces are {@link WalkedStation facts of the station}; quotes of a body are single here.
 */
final class ActionWalk {
    /** How a station takes what it is told. */
    enum Mood {
        ANSWERS("answered"),
        /** With a CALLERROR. */
        REFUSES("refused"),
        SILENT("timedOut"),
        AWAY("notConnected"),
        /** It is away, and what it is told may wait; it answers when it is back. */
        AWAY_FOR_A_WHILE("answered");

        private final String outcome;

        Mood(String outcome) {
            this.outcome = outcome;
        }

        String outcome() {
            return outcome;
        }
    }

    /**
     * A line of the table.
     *
     * @param notIn where its verb sends nothing, or lets nobody choose how long it waits; then the action goes through the door
     */
    record Verb(String action, String operation, String method, String path, String body, Set<Mood> notIn) {
        /** What stands before the query. */
        String plainPath() {
            return path.split("\\?", 2)[0];
        }
    }

    /** It reboots without a word when it may say nothing: the connection may go before the time is up. */
    static final String RESET = "Reset";

    private static final String S = "/api/v1/stations/{station}";
    private static final String PROFILE =
            "{'evse':0,'profile':{'stackLevel':3,'chargingProfilePurpose':'TxDefaultProfile',"
                    + "'chargingProfileKind':'Absolute','chargingSchedule':[{'id':1,'startSchedule':'2026-01-01T00:00:00Z',"
                    + "'chargingRateUnit':'A','chargingSchedulePeriod':[{'startPeriod':0,'limit':16}]}]}}";
    private static final String TARIFF = "{'currency':'EUR','energy':{'prices':[{'priceKwh':0.49}]}}";
    private static final String OTHER_TARIFF = TARIFF.replace("{'currency'", "{'tariffId':'night','currency'");
    private static final String GRADIENTS =
            "{'controlType':'Gradients','isDefault':true,'gradient':{'priority':5,'gradient':5,'softGradient':10}}";
    private static final String NETWORK = "{'ocppVersion':'OCPP20','ocppTransport':'JSON','ocppCsmsUrl':"
            + "'wss://csms.example.org/ocpp','messageTimeout':30,'securityProfile':1,'ocppInterface':'Wired0'}";
    private static final String VARIABLE = "'component':'OCPPCommCtrlr','variable':'HeartbeatInterval'";
    private static final String MONITOR = "{'component':{'name':'EVSE','evse':1},'variable':{'name':'Power'},"
            + "'type':'UpperThreshold','value':90000,'severity':5}";

    private final List<Verb> verbs = new ArrayList<>();

    private ActionWalk() {}

    /** What ends the session and what reboots the station go last; else in the order of the alphabet. */
    static List<Verb> verbs() {
        ActionWalk walk = new ActionWalk();
        walk.ofAllVersions();
        walk.ofOcpp16();
        walk.ofOcpp2();
        walk.ofOcpp21();
        walk.last();
        return List.copyOf(walk.verbs);
    }

    private void ofAllVersions() {
        verb("CancelReservation", "cancelReservation", "DELETE", S + "/reservations/{reservation}", "");
        verb(
                "CertificateSigned",
                "sendSignedCertificate",
                "POST",
                S + "/certificates/signed",
                "{'certificateChain':'{pem}'}");
        // It is kept, and told when the station is there; how long the station may take is fixed.
        verb(
                "ChangeAvailability",
                "setAvailability",
                "PUT",
                S + "/availability",
                "{'operative':true}",
                Mood.SILENT,
                Mood.AWAY,
                Mood.AWAY_FOR_A_WHILE);
        verb("ClearCache", "clearAuthorizationCache", "POST", S + "/clear-cache", "");
        verb(
                "ClearChargingProfile",
                "clearChargingProfiles",
                "DELETE",
                S + "/charging-profiles?purpose=ChargingStationMaxProfile",
                "");
        verb(
                "DataTransfer",
                "sendDataTransfer",
                "POST",
                S + "/data-transfers",
                "{'vendorId':'org.ohmstead','messageId':'Echo'}");
        verb("DeleteCertificate", "deleteStationCertificate", "DELETE", S + "/certificates/{certificate}", "");
        verb(
                "GetCompositeSchedule",
                "compareCompositeSchedule",
                "POST",
                S + "/composite-schedule/compare?evse=1&seconds=3600",
                "");
        verb("GetInstalledCertificateIds", "refreshStationCertificates", "POST", S + "/certificates/refresh", "");
        verb("GetLocalListVersion", "refreshLocalList", "POST", S + "/local-list/refresh", "");
        verb("GetLog", "requestLog", "POST", S + "/logs", "{'type':'security'}");
        verb(
                "InstallCertificate",
                "installCertificate",
                "POST",
                S + "/certificates",
                "{'use':'manufacturerRoot','certificate':'{pem}'}");
        verb(
                "ReserveNow",
                "createReservation",
                "POST",
                S + "/reservations",
                "{'token':'{token}','expiresAt':'{later}'}");
        // It begins with GetLocalListVersion, and ends there when that is not answered.
        verb(
                "SendLocalList",
                "syncLocalList",
                "POST",
                S + "/local-list/sync",
                "{'full':true}",
                Mood.SILENT,
                Mood.AWAY,
                Mood.AWAY_FOR_A_WHILE);
        verb("SetChargingProfile", "setChargingProfile", "POST", S + "/charging-profiles", PROFILE);
        verb("TriggerMessage", "triggerMessage", "POST", S + "/trigger", "{'message':'Heartbeat'}");
        verb("UnlockConnector", "unlockConnector", "POST", S + "/evses/2/unlock", "{}");
        verb("UpdateFirmware", "updateFirmware", "POST", S + "/firmware-updates", "{'file':{file}}");
    }

    private void ofOcpp16() {
        verb(
                "ChangeConfiguration",
                "setConfiguration",
                "PATCH",
                S + "/configuration",
                "{'settings':[{'key':'HeartbeatInterval','value':'300'}]}");
        verb("ExtendedTriggerMessage", "triggerMessage", "POST", S + "/trigger", "{'message':'LogStatusNotification'}");
        verb(
                "GetConfiguration",
                "refreshConfiguration",
                "POST",
                S + "/configuration/refresh",
                "{'keys':['HeartbeatInterval']}");
        verb("GetDiagnostics", "requestLog", "POST", S + "/logs", "{'type':'diagnostics'}");
        verb("RemoteStartTransaction", "startRemotely", "POST", S + "/remote-starts", "{'token':'{token}','evse':2}");
        verb(
                "SignedUpdateFirmware",
                "updateFirmware",
                "POST",
                S + "/firmware-updates",
                "{'file':{file},'signature':'c2lnbmF0dXJl','signingCertificate':'{pem}'}");
    }

    private void ofOcpp2() {
        verb("ClearDisplayMessage", "clearDisplayMessage", "DELETE", S + "/display-messages/7", "");
        verb("ClearVariableMonitoring", "clearMonitors", "POST", S + "/monitors/clear", "{'ids':[{monitor}]}");
        verb("CostUpdated", "updateSessionCost", "POST", "/api/v1/sessions/{session}/cost", "{'totalCost':4.2}");
        verb(
                "CustomerInformation",
                "requestCustomerInformation",
                "POST",
                S + "/customer-information",
                "{'token':{'value':'{token}','type':'ISO14443'},'report':true}");
        verb("GetBaseReport", "refreshConfiguration", "POST", S + "/configuration/refresh", "{'report':'full'}");
        verb("GetChargingProfiles", "refreshChargingProfiles", "POST", S + "/charging-profiles/refresh", "");
        verb("GetDisplayMessages", "refreshDisplayMessages", "POST", S + "/display-messages/refresh", "");
        verb("GetMonitoringReport", "refreshMonitors", "POST", S + "/monitors/refresh", "{}");
        verb(
                "GetReport",
                "refreshConfiguration",
                "POST",
                S + "/configuration/refresh",
                "{'report':'custom','criteria':['Available']}");
        verb("GetTransactionStatus", "checkSession", "POST", "/api/v1/sessions/{session}/check", "");
        verb(
                "GetVariables",
                "refreshConfiguration",
                "POST",
                S + "/configuration/refresh",
                "{'variables':[{" + VARIABLE + "}]}");
        verb("PublishFirmware", "publishFirmware", "POST", S + "/firmware-publications", "{'file':{file}}");
        verb("RequestStartTransaction", "startRemotely", "POST", S + "/remote-starts", "{'token':'{token}','evse':2}");
        verb(
                "SetDisplayMessage",
                "setDisplayMessage",
                "PUT",
                S + "/display-messages/8",
                "{'priority':'NormalCycle','message':{'format':'UTF8','language':'en','content':'Hello'}}");
        verb("SetMonitoringBase", "setMonitoringBase", "PUT", S + "/monitoring/base", "{'base':'All'}");
        verb("SetMonitoringLevel", "setMonitoringLevel", "PUT", S + "/monitoring/level", "{'severity':8}");
        verb("SetNetworkProfile", "setNetworkProfile", "PUT", S + "/network-profiles/2", NETWORK);
        verb("SetVariableMonitoring", "setMonitors", "POST", S + "/monitors", "{'monitors':[" + MONITOR + "]}");
        verb(
                "SetVariables",
                "setConfiguration",
                "PATCH",
                S + "/configuration",
                "{'settings':[{" + VARIABLE + ",'value':'300'}]}");
        verb(
                "UnpublishFirmware",
                "unpublishFirmware",
                "POST",
                S + "/firmware-publications/{publication}/unpublish",
                "");
    }

    private void ofOcpp21() {
        verb("AFRRSignal", "sendAfrrSignal", "POST", S + "/afrr-signal", "{'signal':-3}");
        verb(
                "AdjustPeriodicEventStream",
                "adjustEventStream",
                "PATCH",
                S + "/event-streams/{stream}",
                "{'interval':5}");
        verb(
                "ChangeTransactionTariff",
                "changeSessionTariff",
                "PUT",
                "/api/v1/sessions/{session}/tariff",
                OTHER_TARIFF);
        verb("ClearDERControl", "clearDerControl", "DELETE", S + "/der-controls/standing", "");
        verb("ClearTariffs", "clearStationTariffs", "DELETE", S + "/tariffs?tariffId=day", "");
        verb("GetDERControl", "refreshDerControls", "POST", S + "/der-controls/refresh", "");
        verb("GetPeriodicEventStream", "refreshEventStreams", "POST", S + "/event-streams/refresh", "");
        verb("GetTariffs", "refreshStationTariffs", "POST", S + "/tariffs/refresh", "");
        verb(
                "NotifyAllowedEnergyTransfer",
                "notifyAllowedEnergyTransfer",
                "POST",
                "/api/v1/sessions/{session}/allowed-energy-transfer",
                "{'allowedEnergyTransfer':['DC_BPT']}");
        verb(
                "NotifyWebPaymentStarted",
                "notifyWebPaymentStarted",
                "POST",
                S + "/evses/2/web-payment",
                "{'timeout':60}");
        verb("RequestBatterySwap", "requestBatterySwap", "POST", S + "/battery-swaps", "{'token':'{token}'}");
        verb("SetDERControl", "setDerControl", "PUT", S + "/der-controls/new", GRADIENTS);
        verb("SetDefaultTariff", "setDefaultTariff", "PUT", S + "/tariffs/evening", TARIFF);
        verb(
                "UpdateDynamicSchedule",
                "updateChargingProfile",
                "POST",
                S + "/charging-profiles/{profile}/values",
                "{'values':{'limit':3700}}");
        verb(
                "UsePriorityCharging",
                "setPriorityCharging",
                "PUT",
                S + "/priority-charging/{transaction}",
                "{'active':true}");
    }

    private void last() {
        // A stop is for now: it does not wait for its station, and how long that may take is fixed.
        Mood[] others = {Mood.SILENT, Mood.AWAY_FOR_A_WHILE};
        verb("RemoteStopTransaction", "stopSession", "POST", "/api/v1/sessions/{session}/stop", "", others);
        verb("RequestStopTransaction", "stopSession", "POST", "/api/v1/sessions/{session}/stop", "", others);
        verb(RESET, "resetStation", "POST", S + "/reset", "{'type':'immediate'}");
    }

    private void verb(String action, String operation, String method, String path, String body, Mood... notIn) {
        Set<Mood> exceptions = EnumSet.noneOf(Mood.class);
        exceptions.addAll(List.of(notIn));
        verbs.add(new Verb(action, operation, method, path, body, exceptions));
    }
}
