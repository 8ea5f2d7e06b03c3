package org.ohmstead.tokens.ocpp16;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v16.Authorize.Request;
import org.ohmstead.ocpp.v16.Authorize.Response;
import org.ohmstead.stations.Caller;
import org.ohmstead.tokens.TokenQuery;
import org.ohmstead.tokens.TokenQuery.Purpose;
import org.ohmstead.tokens.TokenVerdicts;

/** OCPP 1.6 §4.1: a tag was shown, to start or to stop. Which connector it is for is not said. */
@Singleton
public class Authorize16 implements CallHandler<Caller, Request, Response> {
    private final TokenVerdicts tokens;

    @Inject
    public Authorize16(TokenVerdicts tokens) {
        this.tokens = tokens;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        // An absent tag is answered as an unknown one: a CALLERROR would leave the driver without a word.
        String tag = call.idTag() == null ? "" : call.idTag();
        var verdict = tokens.verdict(new TokenQuery(caller.station(), null, tag, null, Purpose.AUTHORIZE, null));
        return new Response(IdTagInfos.of(verdict));
    }
}
