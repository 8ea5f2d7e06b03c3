package org.ohmstead.authority;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ohmstead.access.Actor;
import org.ohmstead.authority.issued.IssuedCertificates;
import org.ohmstead.authority.issued.SqlIssuedSearches;
import org.ohmstead.authority.issued.SqlIssuedStore;
import org.ohmstead.authority.renewal.CertificateRenewal;
import org.ohmstead.authority.renewal.EndedRenewal;
import org.ohmstead.authority.requests.AuthorityRequests;
import org.ohmstead.authority.trust.AuthorityTrust;
import org.ohmstead.certificates.SqlCertificateStore;
import org.ohmstead.certificates.StationCertificates;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.limits.SqlLimitStore;
import org.ohmstead.commands.limits.StationLimits;
import org.ohmstead.db.Database;
import org.ohmstead.encryption.Encryption;
import org.ohmstead.encryption.TestKeys;
import org.ohmstead.events.Outbox;
import org.ohmstead.jobs.Jobs;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.tenants.SqlTenantStore;
import org.ohmstead.tenants.Tenants;

/** Authorities over a database, and stations. */
public final class AuthorityWorld implements AutoCloseable {
    public final TestStations stations;
    public final Encryption encryption = new Encryption(TestKeys.ENCRYPTION);
    public final SqlAuthorityStore store;
    public final Tenants tenants;
    public final Authorities authorities;
    public final AuthorityChanges changes;
    public final IssuedCertificates issued;
    public final OwnIssuer own;
    public final AuthorityRequests requests;
    public final Jobs jobs;
    public final EndedRenewal ended;
    public final AuthorityTrust trust;
    public final StationRef cp7;
    private final List<CommandListener> listeners = new ArrayList<>();

    public AuthorityWorld(Database database) {
        this(database, AuthoritySettings.defaults());
    }

    public AuthorityWorld(Database database, AuthoritySettings settings) {
        stations = new TestStations(database);
        store = new SqlAuthorityStore(database, stations.commits);
        tenants = new Tenants(new SqlTenantStore(database, stations.commits));
        authorities = new Authorities(store, encryption, tenants, stations.audit, stations.clock);
        changes = new AuthorityChanges(authorities, encryption, tenants, stations.clock);
        issued = new IssuedCertificates(
                new SqlIssuedStore(database, stations.commits, new Outbox(stations.clock)),
                new SqlIssuedSearches(database),
                stations.audit,
                stations.clock);
        own = new OwnIssuer(authorities, settings, stations.clock);
        jobs = new Jobs(stations.clock);
        ended = new EndedRenewal(
                new CertificateRenewal(issued, TestCommands.verbs(stations, () -> listeners), settings),
                stations.commits,
                jobs,
                stations.clock);
        trust = new AuthorityTrust(authorities, issued, ended);
        requests = new AuthorityRequests(
                this,
                new StationCertificates(
                        new SqlCertificateStore(database, new Outbox(stations.clock)),
                        TestCommands.verbs(stations, () -> listeners),
                        stations.clock),
                new StationLimits(new SqlLimitStore(database, stations.commits), stations.clock),
                jobs);
        listeners.add(requests.answers);
        cp7 = stations.station("CP-7");
    }

    public ScriptedLink says(StationRef station, OcppVersion version, Function<OcppCall<?>, OcppResult> answer) {
        ScriptedLink link = new ScriptedLink(
                station, version, call -> new Outcome.Answered<>(answer.apply(call), Duration.ofMillis(5), List.of()));
        stations.links.put(link);
        return link;
    }

    public Authority add(AuthorityBody body) {
        return changes.create(Actor.LOCAL, body);
    }

    /** One for stations whose key is here. */
    public static Authority own(AuthorityChanges changes, String name) {
        return changes.create(Actor.LOCAL, own(name));
    }

    public static AuthorityBody own(String name) {
        return new AuthorityBody(name, "own", null, null, null, null, null, null, null, null);
    }

    @Override
    public void close() {
        stations.close();
    }
}
