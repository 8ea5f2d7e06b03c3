package org.ohmstead.authority.requests;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.authority.issued.IssuedCertificate;
import org.ohmstead.authority.issued.IssuedCertificates;
import org.ohmstead.authority.requests.SigningRequest.Progress;
import org.ohmstead.authority.requests.SigningRequest.State;
import org.ohmstead.certificates.Pem;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.CommandResult.How;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.StationRef;

/** What stations say to the certificates that they have asked for. One that did not get it is sent it again. */
@Singleton
public class SigningAnswers implements CommandListener {
    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    private final SqlSigningRequestStore store;
    private final IssuedCertificates issued;
    private final Delivery delivery;
    private final Signing signing;
    private final Clock clock;

    @Inject
    public SigningAnswers(
            SqlSigningRequestStore store, IssuedCertificates issued, Delivery delivery, Signing signing, Clock clock) {
        this.store = store;
        this.issued = issued;
        this.delivery = delivery;
        this.signing = signing;
        this.clock = clock;
    }

    /** A request with its certificate. */
    private record Pair(SigningRequest request, IssuedCertificate certificate) {}

    @Override
    public Set<String> actions() {
        return Set.of("CertificateSigned");
    }

    @Override
    public void queued(Tx tx, StoredCommand command) {
        sent(tx, command);
    }

    @Override
    public void leaves(Tx tx, StoredCommand command) {
        sent(tx, command);
    }

    private void sent(Tx tx, StoredCommand command) {
        pair(tx, command)
                .filter(one -> one.request().progress().state() == State.ISSUED)
                .ifPresent(one -> put(tx, one, State.SENT, null));
    }

    @Override
    public void ended(Tx tx, StoredCommand command, CommandResult result) {
        Pair pair = pair(tx, command).orElse(null);
        if (pair == null) {
            return; // what somebody else has signed, and an operator has sent
        }
        JsonNode response = result.how() == How.ANSWERED ? result.response() : null;
        String status = response == null ? "" : response.path("status").asText();
        if (status.equals("Accepted")) {
            issued.answered(tx, pair.certificate(), true);
            put(tx, pair, State.INSTALLED, null);
        } else if (status.equals("Rejected")) {
            issued.answered(tx, pair.certificate(), false);
            delivery.failed(
                    tx,
                    pair.request(),
                    progress(
                            pair,
                            State.REJECTED,
                            "The station did not take the" + " certificate" + told(response) + "."));
        } else {
            unanswered(tx, pair, result);
        }
    }

    private static String told(@Nullable JsonNode response) {
        JsonNode info = response == null ? null : response.path("statusInfo");
        if (info == null || !info.isObject()) {
            return "";
        }
        String more = info.path("additionalInfo").asText();
        return ": " + info.path("reasonCode").asText() + (more.isEmpty() ? "" : ", " + more);
    }

    private void unanswered(Tx tx, Pair pair, CommandResult result) {
        int attempts = pair.request().progress().attempts() + 1;
        boolean hopeless = result.how() == How.NOT_SUPPORTED
                || result.how() == How.CANCELLED
                || result.how() == How.EXPIRED
                || attempts >= ATTEMPTS;
        String why = result.how().word() + (result.text() == null ? "" : ": " + result.text());
        if (hopeless) {
            delivery.failed(
                    tx,
                    pair.request(),
                    new Progress(State.FAILED, "CertificateSigned ended with " + why, attempts, now()));
        } else {
            store.put(tx, pair.request().at(new Progress(State.ISSUED, why, attempts, now())));
            delivery.later(tx, signing, pair.request(), now().plus(FIRST_PAUSE.multipliedBy(1L << (attempts - 1))));
        }
    }

    private void put(Tx tx, Pair pair, State state, @Nullable String reason) {
        store.put(tx, pair.request().at(progress(pair, state, reason)));
    }

    private Progress progress(Pair pair, State state, @Nullable String reason) {
        return new Progress(state, reason, pair.request().progress().attempts(), now());
    }

    private Optional<Pair> pair(Tx tx, StoredCommand command) {
        StationRef station = command.station();
        return Pem.first(command.payload().path("certificateChain").asText())
                .flatMap(leaf -> issued.ofStation(tx, station, leaf))
                .flatMap(one -> store.get(tx, station, one.request()).map(request -> new Pair(request, one)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
