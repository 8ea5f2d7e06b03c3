package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppSend;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Unconfirmed stream of periodic monitor values; station to CSMS.
 * Source: OCPP 2.x N15.
 */
@Since(V21)
public interface NotifyPeriodicEventStream {

    /** What the sender of NotifyPeriodicEventStream says. */
    record Request(
            @Items(min = 1) List<StreamDataElement> data,
            @Range(min = 0) int id,
            @Range(min = 0) int pending,
            Instant basetime,
            @Nullable CustomData customData)
            implements OcppSend {
        /** All but vendor data. */
        public Request(List<StreamDataElement> data, int id, int pending, Instant basetime) {
            this(data, id, pending, basetime, null);
        }
    }

    /** Stream Data Element. */
    @Since(V21)
    record StreamDataElement(
            BigDecimal t,
            @MaxLength(2500) String v,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public StreamDataElement(BigDecimal t, String v) {
            this(t, v, null);
        }
    }
}
