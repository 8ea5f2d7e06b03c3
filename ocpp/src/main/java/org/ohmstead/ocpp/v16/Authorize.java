package org.ohmstead.ocpp.v16;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Required;
import org.ohmstead.ocpp.schema.TokenText;

/**
 * Asks whether an idTag may start or stop charging; station to CSMS.
 * Source: OCPP 1.6 §4.1.
 */
public interface Authorize {

    /** @param idTag token to check; compared without regard to case */
    record Request(
            @Required @MaxLength(20) @TokenText @Nullable String idTag) implements OcppCall<Response> {}

    /** @param idTagInfo verdict on the token; the station may keep it in its cache */
    record Response(IdTagInfo idTagInfo) implements OcppResult {}
}
