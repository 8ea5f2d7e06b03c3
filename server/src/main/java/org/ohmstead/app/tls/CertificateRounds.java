package org.ohmstead.app.tls;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.background.Rounds;
import org.ohmstead.background.Supervised;
import org.ohmstead.background.SupervisedThread;
import org.ohmstead.background.Worker;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.events.Event;
import org.ohmstead.events.Outbox;
import org.ohmstead.tenants.Tenant;

/** Looks after the server's certificates: takes new ones, and says so in time when one ends. */
@Singleton
class CertificateRounds implements Worker, Supervised {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    /** Authorities take few failures in an hour; the port has to listen before the first. */
    private static final Duration BETWEEN_ORDERS = Duration.ofMinutes(30);

    private static final Duration FIRST_ORDER = Duration.ofSeconds(2);

    private static final Duration BETWEEN_WARNINGS = Duration.ofHours(1);

    /** How many days before the end it is said; 0: it has ended. */
    private static final List<Integer> DAYS = List.of(0, 1, 7, 30);

    private static final int CRITICAL_DAYS = 7;

    private final ServerCertificates certificates;
    private final Acme acme;
    private final GroupCommit commits;
    private final Outbox outbox;
    private final Clock clock;
    private final Rounds rounds;
    private final Rounds orders;
    private final boolean isOn;

    /** What was said of which certificate, by its fingerprint. */
    private final Map<KeyAndChain, Integer> said = new HashMap<>();

    @Inject
    CertificateRounds(
            ServerCertificates certificates,
            Acme acme,
            Settings settings,
            GroupCommit commits,
            Outbox outbox,
            Clock clock) {
        this.certificates = certificates;
        this.acme = acme;
        this.commits = commits;
        this.outbox = outbox;
        this.clock = clock;
        this.isOn = settings.tls().isOn();
        this.rounds = new Rounds("server-certificates")
                .every(BETWEEN_LOOKS, "Looking for new certificates of the server", certificates::look)
                .every(BETWEEN_WARNINGS, Duration.ZERO, "Looking when certificates of the server end", this::warn);
        // On a thread of its own, because an authority may let us wait for minutes.
        this.orders = new Rounds("server-certificates-acme")
                .every(BETWEEN_ORDERS, FIRST_ORDER, "Getting certificates by ACME", this::renew);
    }

    @Override
    public void start() {
        if (isOn) {
            certificates.onFailure(
                    why -> publish(new ServerCertificateRefused(Tenant.DEFAULT.id(), why, "warning", clock.instant())));
            rounds.start();
            if (acme.isWanted()) {
                orders.start();
            }
        }
    }

    @Override
    public void stop() {
        orders.stop();
        rounds.finish();
    }

    @Override
    public List<SupervisedThread.State> threads() {
        return Stream.concat(rounds.states().stream(), orders.states().stream()).toList();
    }

    private void renew() {
        try {
            acme.renew();
            certificates.ordered(null);
        } catch (UnusableCertificate e) {
            certificates.ordered(e.why());
        }
    }

    /** Each of those days is said once; only the last of them that has come, where the server was away meanwhile. */
    void warn() {
        Instant now = clock.instant();
        List<KeyAndChain> served = certificates.state().served();
        said.keySet().retainAll(served);
        for (KeyAndChain each : served) {
            Instant end = each.certificate().getNotAfter().toInstant();
            DAYS.stream()
                    .filter(days -> !now.isBefore(end.minus(Duration.ofDays(days))))
                    .findFirst()
                    .filter(days -> !days.equals(said.put(each, days)))
                    .ifPresent(days -> publish(new ServerCertificateEnding(
                            Tenant.DEFAULT.id(),
                            each.certificate().getSubjectX500Principal().getName(),
                            end,
                            days,
                            days <= CRITICAL_DAYS ? "critical" : "warning",
                            now)));
        }
    }

    private void publish(Event event) {
        commits.write(Scope.tenant(event.tenant()), GroupCommit.BACKGROUND, tx -> {
            outbox.append(tx, event);
            return event;
        });
    }
}
