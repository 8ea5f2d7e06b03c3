package org.ohmstead.authority.renewal;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.authority.AuthoritySettings;
import org.ohmstead.authority.issued.IssuedCertificate;
import org.ohmstead.authority.issued.IssuedCertificates;
import org.ohmstead.background.OneByOne;
import org.ohmstead.certificates.SignedFor;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;

/** Has stations ask for a newer certificate in time, each once a day at most. */
@Singleton
public class CertificateRenewal implements RecurringJobs {
    private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(15);
    private static final Duration FIRST_ROUND = Duration.ofMinutes(2);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofDays(1);
    private static final String ACCEPTED = "Accepted";
    private static final SendOptions OPTIONS = new SendOptions("30s", "30s", null, null);

    private final IssuedCertificates issued;
    private final Verbs verbs;
    private final AuthoritySettings settings;

    @Inject
    public CertificateRenewal(IssuedCertificates issued, Verbs verbs, AuthoritySettings settings) {
        this.issued = issued;
        this.verbs = verbs;
        this.settings = settings;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(Recurring.every(BETWEEN_ROUNDS, FIRST_ROUND, "certificate-renewal", this::round));
    }

    /** Asks those whose certificate ends soon. */
    void round() {
        if (!isOn()) {
            return;
        }
        for (IssuedCertificate one : issued.due(settings.renewBefore(), BETWEEN_QUESTIONS)) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            OneByOne.attemptOrLeave("Asking " + one.identity() + " to renew its certificate", () -> ask(one));
        }
    }

    private void ask(IssuedCertificate one) {
        issued.asked(one, failure(one.tenant(), one.identity(), one.use()));
    }

    boolean isOn() {
        return !settings.renewBefore().isZero();
    }

    /** Null: the station has agreed, and its request follows. */
    @Nullable
    String failure(long tenant, String identity, SignedFor use) {
        try {
            VerbResult result =
                    verbs.tell(Actor.server(tenant, "certificate-renewal"), identity, trigger(use), OPTIONS);
            String status = result.status();
            if (ACCEPTED.equals(status)) {
                return null;
            }
            return status == null
                    ? "The station could not be asked: " + result.how()
                    : "The station answered " + status + " when it was asked for a new request.";
        } catch (Refused refused) {
            return "The station could not be asked: " + refused.detail();
        }
    }

    private static Verb trigger(SignedFor use) {
        return Verb.of(
                station -> words("ExtendedTriggerMessage", "SignChargePointCertificate"),
                station -> words(
                        "TriggerMessage",
                        switch (use) {
                            case STATION -> "SignChargingStationCertificate";
                            case V2G -> "SignV2GCertificate";
                            case V2G20 -> "SignV2G20Certificate";
                        }));
    }

    private static Words words(String action, String message) {
        return new Words(action, Words.newPayload().put("requestedMessage", message));
    }
}
