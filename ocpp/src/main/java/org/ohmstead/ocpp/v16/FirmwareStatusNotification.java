package org.ohmstead.ocpp.v16;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Required;

/**
 * Tells how far an unsigned firmware update has come; station to CSMS.
 * Source: OCPP 1.6 §4.5.
 */
public interface FirmwareStatusNotification {

    /** @param status state of the update */
    record Request(@Required @Nullable Status status) implements OcppCall<Response> {}

    /** Acknowledges receipt; carries nothing. */
    record Response() implements OcppResult {}

    /**
     * State of an unsigned update, in the usual order: Downloading, Downloaded, Installing, Installed. Idle answers a
     * trigger while nothing is under way.
     */
    enum Status {
        Downloaded,
        DownloadFailed,
        Downloading,
        Idle,
        InstallationFailed,
        Installing,
        Installed
    }
}
