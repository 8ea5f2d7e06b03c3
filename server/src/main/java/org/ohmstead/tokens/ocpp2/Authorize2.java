package org.ohmstead.tokens.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.Authorize.AuthorizeCertificateStatus;
import org.ohmstead.ocpp.v2.Authorize.Request;
import org.ohmstead.ocpp.v2.Authorize.Response;
import org.ohmstead.stations.Caller;
import org.ohmstead.tokens.TokenQuery;
import org.ohmstead.tokens.TokenQuery.Purpose;
import org.ohmstead.tokens.TokenStatus;
import org.ohmstead.tokens.TokenVerdict;
import org.ohmstead.tokens.TokenVerdicts;

/** OCPP 2.x C01: a token was shown, to start or to stop. Which EVSE it is for is not said. */
@Singleton
public class Authorize2 implements CallHandler<Caller, Request, Response> {
    private final TokenVerdicts tokens;

    @Inject
    public Authorize2(TokenVerdicts tokens) {
        this.tokens = tokens;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        if (call.certificate() != null || call.iso15118CertificateHashData() != null) {
            // C07.FR.17: a chain that cannot be verified is never accepted.
            var refused = IdTokenInfos.of(TokenVerdict.of(TokenStatus.INVALID), caller.version());
            return new Response(refused, AuthorizeCertificateStatus.CertChainError, null, null);
        }
        var token = call.idToken();
        var verdict = tokens.verdict(
                new TokenQuery(caller.station(), null, token.idToken(), token.type(), Purpose.AUTHORIZE, null));
        return new Response(IdTokenInfos.of(verdict, caller.version()));
    }
}
