package org.ohmstead.authority.requests;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.authority.issued.IssuedCertificate;
import org.ohmstead.authority.issued.IssuedCertificates;
import org.ohmstead.authority.pki.CertificateRequest;
import org.ohmstead.authority.requests.SigningRequest.Asked;
import org.ohmstead.authority.requests.SigningRequest.Progress;
import org.ohmstead.authority.requests.SigningRequest.State;
import org.ohmstead.certificates.SignedFor;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.jobs.Jobs;
import org.ohmstead.stations.StationRef;

/** Takes what stations ask to be signed. Each request counts once: a repetition gets the same certificate again. */
@Singleton
public class SigningRequests {
    /** Of a station within a day. */
    static final int MOST_A_DAY = 50;

    private static final int LONGEST_KEPT = 6000;
    /** So that the answer to the station has left before its certificate does. */
    private static final Duration BEHIND_THE_ANSWER = Duration.ofMillis(200);

    private final SqlSigningRequestStore store;
    private final RequestCheck check;
    private final IssuedCertificates issued;
    private final Signing signing;
    private final Jobs jobs;

    @Inject
    public SigningRequests(
            SqlSigningRequestStore store, RequestCheck check, IssuedCertificates issued, Signing signing, Jobs jobs) {
        this.store = store;
        this.check = check;
        this.issued = issued;
        this.signing = signing;
        this.jobs = jobs;
    }

    /**
     * A station asks for a certificate.
     *
     * @param csr     as it came
     * @param request of 2.1; null: none
     * @return why it gets none, in words; empty: it is accepted, and its certificate follows
     */
    public Optional<String> take(StationRef ref, SignedFor use, String csr, @Nullable Integer request, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        if (store.since(ref, now.minus(Duration.ofDays(1))) >= MOST_A_DAY) {
            return Optional.of("The station has asked " + MOST_A_DAY + " times within a day; it may ask again later.");
        }
        CertificateRequest read;
        try {
            read = CertificateRequest.read(csr);
        } catch (CertificateRequest.Unusable unusable) {
            Asked asked = new Asked(use, CertificateRequest.hashOf(csr), shortened(csr), request, now);
            return refused(new SigningRequest(0, ref, asked, null, refusal(unusable.words(), now)));
        }
        Asked asked = new Asked(use, read.hash(), csr, request, now);
        String subject = read.subject().toString();
        Optional<String> wrong = check.refusal(read, ref, use);
        return wrong.isPresent()
                ? refused(new SigningRequest(0, ref, asked, subject, refusal(wrong.get(), now)))
                : accepted(new SigningRequest(0, ref, asked, subject, new Progress(State.ACCEPTED, null, 0, now)));
    }

    /** Of what is no request: enough to see what it is, and nothing that a database does not take. */
    private static String shortened(String text) {
        String printable = text.replaceAll("[\\p{Cntrl}&&[^\\r\\n]]", "");
        return printable.length() > LONGEST_KEPT ? printable.substring(0, LONGEST_KEPT) : printable;
    }

    private static Progress refusal(String words, Instant at) {
        return new Progress(State.REFUSED, words, 0, at);
    }

    private Optional<String> refused(SigningRequest one) {
        String words = String.valueOf(one.progress().reason());
        store.write(one.station(), tx -> refused(tx, one));
        return Optional.of(words);
    }

    private long refused(Tx tx, SigningRequest one) {
        long id = store.put(tx, one);
        store.trim(tx, one.station());
        StationRef station = one.station();
        store.tell(
                tx,
                new CertificateRequestFailed(
                        station.tenant(),
                        station.id(),
                        one.progress().changedAt(),
                        station.identity(),
                        id,
                        one.asked().use().word(),
                        one.progress().state().word(),
                        String.valueOf(one.progress().reason())));
        return id;
    }

    private Optional<String> accepted(SigningRequest fresh) {
        StationRef station = fresh.station();
        Instant now = fresh.asked().at();
        return Optional.ofNullable(store.write(station, tx -> {
            Optional<SigningRequest> before = store.standing(
                    tx, station, fresh.asked().use(), fresh.asked().hash());
            Optional<IssuedCertificate> certificate =
                    before.flatMap(one -> issued.ofRequest(tx, station.scope(), one.id()));
            if (certificate.filter(IssuedCertificate::isRevoked).isPresent()) {
                refused(tx, fresh.at(refusal(RequestCheck.REVOKED_KEY, now)));
                return RequestCheck.REVOKED_KEY;
            }
            boolean again = certificate.filter(one -> one.isToBeSent(now)).isPresent();
            long id = store.put(tx, fresh.at(new Progress(again ? State.ISSUED : State.ACCEPTED, null, 0, now)));
            store.trim(tx, station);
            jobs.replace(
                    tx,
                    signing,
                    Long.toString(id),
                    now.plus(BEHIND_THE_ANSWER),
                    new Signing.Due(station.tenant(), station.id(), id));
            return null;
        }));
    }

    /** Those of a station, the newest first. */
    Page<SigningRequest> page(StationRef station, Limit limit, @Nullable Cursor after) {
        return Page.of(
                store.before(station, after == null ? null : after.id(), limit.rows() + 1),
                limit,
                one -> Cursor.at(one.id()));
    }
}
