package org.ohmstead.ocpp.v16;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Required;

/**
 * Progress of an (unsigned) firmware update; station to CSMS.
 * Source: OCPP 1.6 §4.5.
 */
public interface FirmwareStatusNotification {

    /** What the sender of FirmwareStatusNotification says. */
    record Request(@Required @Nullable Status status) implements OcppCall<Response> {}

    /** The answer to FirmwareStatusNotification. */
    record Response() implements OcppResult {}

    /** Status. */
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
