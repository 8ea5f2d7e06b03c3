package org.ohmstead.tokens.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.iso15118.checks.ContractChecks;
import org.ohmstead.iso15118.checks.ContractFinding;
import org.ohmstead.iso15118.ocpp2.CertificateIds;
import org.ohmstead.iso15118.requests.CertificateRequests;
import org.ohmstead.iso15118.requests.CertificateRequests.Outcome;
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

/** OCPP 2.x C01: a token was shown, to start or to stop; C07: with a contract certificate. Which EVSE it is for is not said. */
@Singleton
public class Authorize2 implements CallHandler<Caller, Request, Response> {
    private final TokenVerdicts tokens;
    private final ContractChecks contracts;
    private final CertificateRequests requests;

    @Inject
    public Authorize2(TokenVerdicts tokens, ContractChecks contracts, CertificateRequests requests) {
        this.tokens = tokens;
        this.contracts = contracts;
        this.requests = requests;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        return call.certificate() == null && call.iso15118CertificateHashData() == null
                ? new Response(IdTokenInfos.of(verdict(caller, call), caller.version()))
                : contract(caller, call);
    }

    private TokenVerdict verdict(Caller caller, Request call) {
        var token = call.idToken();
        return tokens.verdict(
                new TokenQuery(caller.station(), null, token.idToken(), token.type(), Purpose.AUTHORIZE, null));
    }

    private Response contract(Caller caller, Request call) {
        ContractFinding found = contracts.check(new ContractChecks.Shown(
                caller.station(),
                call.idToken().idToken(),
                call.certificate(),
                CertificateIds.of(call.iso15118CertificateHashData())));
        TokenVerdict verdict = found.isValid() ? verdict(caller, call) : TokenVerdict.of(refusal(found.kind()));
        AuthorizeCertificateStatus status = status(found.kind(), verdict.status());
        requests.keep(
                caller,
                "Authorize",
                call.idToken().idToken(),
                new Outcome(status.name(), found.isValid() ? verdict.reason() : found.reason(), found.source(), 0));
        return new Response(IdTokenInfos.of(verdict, caller.version()), status, null, null);
    }

    /** C07.FR.15 to 17: what is said of the token where its certificate proves nothing. */
    private static TokenStatus refusal(ContractFinding.Kind kind) {
        return kind == ContractFinding.Kind.EXPIRED ? TokenStatus.EXPIRED : TokenStatus.INVALID;
    }

    private static AuthorizeCertificateStatus status(ContractFinding.Kind kind, TokenStatus token) {
        return switch (kind) {
            case VALID -> status(token);
            case SIGNATURE_ERROR -> AuthorizeCertificateStatus.SignatureError;
            case EXPIRED -> AuthorizeCertificateStatus.CertificateExpired;
            case REVOKED -> AuthorizeCertificateStatus.CertificateRevoked;
            case NONE -> AuthorizeCertificateStatus.NoCertificateAvailable;
            case CHAIN_ERROR -> AuthorizeCertificateStatus.CertChainError;
        };
    }

    /** C07.FR.13, 14: a good certificate of a contract that is not, or of one that only cannot be used here and now. */
    private static AuthorizeCertificateStatus status(TokenStatus token) {
        return switch (token) {
            case BLOCKED, EXPIRED, INVALID, UNKNOWN -> AuthorizeCertificateStatus.ContractCancelled;
            case ACCEPTED, CONCURRENT, NO_CREDIT, NOT_ALLOWED_TYPE_EVSE, NOT_AT_THIS_LOCATION, NOT_AT_THIS_TIME ->
                AuthorizeCertificateStatus.Accepted;
        };
    }
}
