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
 * Delivers values of a monitor, unconfirmed; station to CSMS.
 * Source: OCPP 2.x N15.
 */
@Since(V21)
public interface NotifyPeriodicEventStream {

    /**
     * @param data     the values
     * @param id       stream that they belong to
     * @param pending  how many more wait to be sent
     * @param basetime zero of the offsets; UTC
     */
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

    /**
     * One value of a stream.
     *
     * @param t offset from the base time, in s
     * @param v value as text
     */
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
