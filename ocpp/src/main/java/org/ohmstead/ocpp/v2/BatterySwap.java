package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Reports a battery put in, taken out or left behind; station to CSMS.
 * Source: OCPP 2.x S01, S02, S03.
 */
@Since(V21)
public interface BatterySwap {

    /**
     * @param batteryData the batteries concerned
     * @param eventType   what happened
     * @param idToken     token that the swap runs for
     * @param requestId   joins the events of one swap; from RequestBatterySwap, else chosen by the station
     */
    record Request(
            @Items(min = 1) List<BatteryData> batteryData,
            BatterySwapEvent eventType,
            IdToken idToken,
            int requestId,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(List<BatteryData> batteryData, BatterySwapEvent eventType, IdToken idToken, int requestId) {
            this(batteryData, eventType, idToken, requestId, null);
        }
    }

    /** Acknowledges receipt; carries nothing. */
    record Response(@Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response() {
            this(null);
        }
    }

    /**
     * A battery in a slot of a swap station.
     *
     * @param evseId         slot, which is an EVSE
     * @param serialNumber   serial number of the battery
     * @param soC            state of charge, in %
     * @param soH            state of health, in %
     * @param productionDate when it was made
     * @param vendorInfo     details in a form of the vendor
     */
    @Since(V21)
    record BatteryData(
            @Range(min = 0) int evseId,
            @MaxLength(50) String serialNumber,
            @Range(min = 0, max = 100) BigDecimal soC,
            @Range(min = 0, max = 100) BigDecimal soH,
            @Nullable Instant productionDate,
            @MaxLength(500) @Nullable String vendorInfo,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public BatteryData(
                int evseId,
                String serialNumber,
                BigDecimal soC,
                BigDecimal soH,
                @Nullable Instant productionDate,
                @Nullable String vendorInfo) {
            this(evseId, serialNumber, soC, soH, productionDate, vendorInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public BatteryData(int evseId, String serialNumber, BigDecimal soC, BigDecimal soH) {
            this(evseId, serialNumber, soC, soH, null, null, null);
        }
    }

    /** Step of a swap. BatteryOutTimeout: the offered battery was not taken. */
    @Since(V21)
    enum BatterySwapEvent {
        BatteryIn,
        BatteryOut,
        BatteryOutTimeout
    }
}
