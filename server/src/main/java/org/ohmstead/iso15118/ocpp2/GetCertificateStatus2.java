package org.ohmstead.iso15118.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.ohmstead.iso15118.Iso15118Settings;
import org.ohmstead.iso15118.checks.NamedCertificate;
import org.ohmstead.iso15118.fetch.NotAnswered;
import org.ohmstead.iso15118.requests.CertificateRequests;
import org.ohmstead.iso15118.requests.CertificateRequests.Outcome;
import org.ohmstead.iso15118.revocation.CertificateId;
import org.ohmstead.iso15118.revocation.OcspAnswer;
import org.ohmstead.iso15118.revocation.Responders;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.GetCertificateStatus.GetCertificateStatusKind;
import org.ohmstead.ocpp.v2.GetCertificateStatus.Request;
import org.ohmstead.ocpp.v2.GetCertificateStatus.Response;
import org.ohmstead.ocpp.v2.OCSPRequestData;
import org.ohmstead.stations.Caller;

/** M06: passes on what a responder says of a certificate. The station checks its signature itself (M06.FR.02). */
@Singleton
public class GetCertificateStatus2 implements CallHandler<Caller, Request, Response> {
    private static final int LONGEST_201 = 5500;
    private static final int LONGEST_21 = 18000;

    private final Responders responders;
    private final CertificateRequests requests;
    private final Iso15118Settings settings;

    @Inject
    public GetCertificateStatus2(Responders responders, CertificateRequests requests, Iso15118Settings settings) {
        this.responders = responders;
        this.requests = requests;
        this.settings = settings;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        @Nullable OCSPRequestData asked = call.ocspRequestData();
        NamedCertificate named = asked == null ? new NamedCertificate(null, null) : CertificateIds.of(asked);
        CertificateId id = named.id();
        String subject = id == null ? null : id.serialText();
        try {
            OcspAnswer answer = answer(caller, named);
            requests.keep(
                    caller,
                    "GetCertificateStatus",
                    subject,
                    new Outcome(
                            GetCertificateStatusKind.Accepted.name(),
                            answer.isKept() ? "it was known from earlier" : null,
                            named.host(),
                            answer.base64().length()));
            return new Response(GetCertificateStatusKind.Accepted, null, answer.base64());
        } catch (NotAnswered e) {
            requests.keep(
                    caller,
                    "GetCertificateStatus",
                    subject,
                    new Outcome(GetCertificateStatusKind.Failed.name(), e.why(), named.host(), 0));
            return new Response(GetCertificateStatusKind.Failed, Reasons.of("NoOcspResponse", e.why()), null);
        }
    }

    private OcspAnswer answer(Caller caller, NamedCertificate named) throws NotAnswered {
        CertificateId id = named.id();
        String url = named.url();
        if (id == null || url == null) {
            throw new NotAnswered(id == null ? "the hash data cannot be read" : "no responder is named");
        }
        OcspAnswer answer = responders.ask(caller.station(), id, url, settings.patience());
        int longest = caller.version() == OcppVersion.V201 ? LONGEST_201 : LONGEST_21;
        if (answer.base64().length() > longest) {
            throw new NotAnswered("the response has " + answer.base64().length() + " characters; this version of OCPP"
                    + " has room for " + longest);
        }
        return answer;
    }
}
