package org.ohmstead.iso15118.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.iso15118.fetch.NotAnswered;
import org.ohmstead.iso15118.pools.ContractCertificates;
import org.ohmstead.iso15118.pools.ContractPool;
import org.ohmstead.iso15118.requests.CertificateRequests;
import org.ohmstead.iso15118.requests.CertificateRequests.Outcome;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.Get15118EVCertificate.CertificateAction;
import org.ohmstead.ocpp.v2.Get15118EVCertificate.Iso15118EVCertificateStatus;
import org.ohmstead.ocpp.v2.Get15118EVCertificate.Request;
import org.ohmstead.ocpp.v2.Get15118EVCertificate.Response;
import org.ohmstead.stations.Caller;

/** M01, M02: passes on what a vehicle wants of a pool of contract certificates, untouched, and the answer back. */
@Singleton
public class Get15118EVCertificate2 implements CallHandler<Caller, Request, Response> {
    private static final String ACTION = "Get15118EVCertificate";
    /** Of 2.0.1's schema; a longer answer is sent by nobody, whatever a station may take. */
    private static final int LONGEST_201 = 5600;

    private static final int LONGEST_21 = 17000;

    private final ContractCertificates certificates;
    private final CertificateRequests requests;

    @Inject
    public Get15118EVCertificate2(ContractCertificates certificates, CertificateRequests requests) {
        this.certificates = certificates;
        this.requests = requests;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        @Nullable List<String> emaids = call.prioritizedEMAIDs();
        String subject = emaids == null || emaids.isEmpty() ? null : emaids.getFirst();
        try {
            ContractCertificates.Given given = ask(caller, call);
            requests.keep(
                    caller,
                    ACTION,
                    subject,
                    new Outcome(
                            Iso15118EVCertificateStatus.Accepted.name(),
                            null,
                            certificates.poolName(),
                            given.exi().length()));
            return new Response(Iso15118EVCertificateStatus.Accepted, given.exi(), null, given.remaining());
        } catch (NotAnswered e) {
            requests.keep(
                    caller,
                    ACTION,
                    subject,
                    new Outcome(Iso15118EVCertificateStatus.Failed.name(), e.why(), certificates.poolName(), 0));
            return new Response(Iso15118EVCertificateStatus.Failed, "", Reasons.of("NoCertificate", e.why()), null);
        }
    }

    private ContractCertificates.Given ask(Caller caller, Request call) throws NotAnswered {
        boolean is201 = caller.version() == OcppVersion.V201;
        @Nullable List<String> emaids = call.prioritizedEMAIDs();
        ContractCertificates.Given given = certificates.ask(
                caller.station().id(),
                new ContractPool.Wish(
                        call.iso15118SchemaVersion(),
                        call.action() == CertificateAction.Update,
                        call.exiRequest(),
                        emaids == null ? List.of() : emaids),
                is201 ? null : call.maximumContractCertificateChains());
        int longest = is201 ? LONGEST_201 : LONGEST_21;
        if (given.exi().length() > longest) {
            throw new NotAnswered("the pool's answer has " + given.exi().length()
                    + " characters; this version of OCPP has room for " + longest);
        }
        return given;
    }
}
