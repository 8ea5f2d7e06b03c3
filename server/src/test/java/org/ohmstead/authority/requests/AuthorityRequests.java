package org.ohmstead.authority.requests;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Limit;
import org.ohmstead.authority.AuthorityWorld;
import org.ohmstead.authority.Issuer;
import org.ohmstead.certificates.SignedFor;
import org.ohmstead.certificates.StationCertificates;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.limits.StationLimits;
import org.ohmstead.events.Outbox;
import org.ohmstead.jobs.Jobs;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.identities.SqlStationNames;
import org.ohmstead.stations.identities.StationNames;

/** What stations ask to be signed, put together by hand. */
public final class AuthorityRequests {
    private final AuthorityWorld world;
    public final SigningRequests requests;
    public final CommandListener answers;
    private final Signing signing;

    public AuthorityRequests(AuthorityWorld world, StationCertificates certificates, StationLimits limits, Jobs jobs) {
        this(world, certificates, limits, jobs, List.of(world.own));
    }

    private AuthorityRequests(
            AuthorityWorld world,
            StationCertificates certificates,
            StationLimits limits,
            Jobs jobs,
            List<Issuer> issuers) {
        this.world = world;
        SqlSigningRequestStore store = new SqlSigningRequestStore(
                world.stations.database, world.stations.commits, new Outbox(world.stations.clock));
        Delivery delivery = new Delivery(store, world.issued, certificates, limits, jobs, world.stations.clock);
        signing = new Signing(
                store, world.authorities, new Issuers(issuers), world.issued, delivery, world.stations.clock);
        RequestCheck check = new RequestCheck(
                world.stations.stations,
                new StationNames(new SqlStationNames(world.stations.database)),
                world.authorities,
                world.issued);
        requests = new SigningRequests(store, check, world.issued, signing, jobs);
        answers = new SigningAnswers(store, world.issued, delivery, signing, world.stations.clock);
    }

    /** A station asks, by 1.6. @return why it gets none; null: it is accepted */
    public @Nullable String ask(StationRef station, String csr) {
        return ask(station, SignedFor.STATION, csr, null).orElse(null);
    }

    public Optional<String> ask(StationRef station, SignedFor use, String csr, @Nullable Integer request) {
        return requests.take(station, use, csr, request, world.stations.clock.instant());
    }

    /** Does what is due for the newest request of a station. */
    public void work(StationRef station) {
        newest(station).ifPresent(one -> signing.run("any", new Signing.Due(station.tenant(), station.id(), one.id())));
    }

    Optional<SigningRequest> newest(StationRef station) {
        return requests.page(station, new Limit(10), null).items().stream().findFirst();
    }

    /** {@code installed 0 null}: state, attempts and reason of the newest. */
    public String state(StationRef station) {
        return newest(station)
                .map(one -> one.progress().state().word() + " " + one.progress().attempts() + " "
                        + one.progress().reason())
                .orElse("none");
    }

    public int count(StationRef station) {
        return requests.page(station, new Limit(100), null).items().size();
    }
}
