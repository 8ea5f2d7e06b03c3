package org.ohmstead.ocpp.v16;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Required;

/**
 * Ask whether an idTag may start (or stop) charging; station to CSMS.
 * Source: OCPP 1.6 §4.1.
 */
public interface Authorize {

    /** What the sender of Authorize says. */
    record Request(@Required @MaxLength(20) @Nullable String idTag) implements OcppCall<Response> {}

    /** The answer to Authorize. */
    record Response(IdTagInfo idTagInfo) implements OcppResult {}
}
