package org.ohmstead.remote.controls;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which message a station is to send. */
@Schema(name = "TriggerBody")
public record TriggerBody(
        @Schema(
                description =
                        "In the words of OCPP, whichever version the station speaks: LogStatusNotification is also"
                                + " DiagnosticsStatusNotification, SignChargingStationCertificate also"
                                + " SignChargePointCertificate. BootNotification makes some stations really boot, and an"
                                + " accepted one refuses it",
                required = true,
                examples = "StatusNotification")
        @Nullable
        String message,

        @Schema(
                description =
                        "What the message is to be about; connector n of OCPP 1.6 is EVSE n. Absent: all of it, and for"
                                + " StatusNotification each connector by itself",
                minimum = "1")
        @Nullable
        Integer evse,

        @Schema(description = "Counted within its EVSE; 1.6: 1", minimum = "1") @Nullable
        Integer connector,

        @Schema(description = "Which one, where message is CustomTrigger (2.1)", maxLength = 50) @Nullable
        String customTrigger) {}
