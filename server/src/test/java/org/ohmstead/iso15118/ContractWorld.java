package org.ohmstead.iso15118;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.authority.issued.IssuedCertificates;
import org.ohmstead.authority.issued.SqlIssuedSearches;
import org.ohmstead.authority.issued.SqlIssuedStore;
import org.ohmstead.db.Database;
import org.ohmstead.events.Outbox;
import org.ohmstead.iso15118.checks.CertificateStandings;
import org.ohmstead.iso15118.checks.ContractChecks;
import org.ohmstead.iso15118.checks.Leniencies;
import org.ohmstead.iso15118.checks.LeniencyBody;
import org.ohmstead.iso15118.checks.LeniencyResource;
import org.ohmstead.iso15118.checks.SqlLeniencyStore;
import org.ohmstead.iso15118.fetch.Fetching;
import org.ohmstead.iso15118.pools.ContractCertificates;
import org.ohmstead.iso15118.pools.LabPki;
import org.ohmstead.iso15118.requests.CertificateRequestResource;
import org.ohmstead.iso15118.requests.CertificateRequests;
import org.ohmstead.iso15118.requests.SqlCertificateRequestStore;
import org.ohmstead.iso15118.revocation.Responders;
import org.ohmstead.iso15118.revocation.RevocationLists;
import org.ohmstead.iso15118.roots.ContractRootBody;
import org.ohmstead.iso15118.roots.ContractRootResource;
import org.ohmstead.iso15118.roots.ContractRootView;
import org.ohmstead.iso15118.roots.ContractRoots;
import org.ohmstead.iso15118.roots.SqlContractRootStore;
import org.ohmstead.notices.NoticesFixture;

/** The slice by hand over a database of its own, with a station; its clock goes when it is told to. */
public final class ContractWorld implements AutoCloseable {
    public final NoticesFixture site;
    public final Iso15118Settings settings;
    public final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return site.now();
        }
    };
    public final Fetching fetching;
    public final Responders responders;
    public final RevocationLists lists;
    public final SqlCertificateRequestStore rows;
    public final CertificateRequests requests;
    public final CertificateRequestResource asked;
    public final ContractRootResource roots;
    public final LeniencyResource leniency;
    public final CertificateStandings standings;
    public final IssuedCertificates issued;
    public final ContractChecks checks;
    public final ContractCertificates certificates;

    public ContractWorld(Database database) {
        this(database, settings(Iso15118Settings.Pool.NONE, "", Path.of("none")));
    }

    public ContractWorld(Database database, Iso15118Settings settings) {
        this.settings = settings;
        site = new NoticesFixture(database);
        fetching = new Fetching(settings);
        responders = new Responders(fetching, clock);
        lists = new RevocationLists(fetching, clock);
        rows = new SqlCertificateRequestStore(site.database, site.commits);
        requests = new CertificateRequests(rows, settings, clock);
        AuditLog audit = new AuditLog(clock);
        CurrentActor actor = CurrentActor.of(Actor.LOCAL);
        asked = new CertificateRequestResource(requests, null, actor);
        ContractRoots trusted = new ContractRoots(new SqlContractRootStore(site.database, site.commits), audit, clock);
        roots = new ContractRootResource(trusted, actor);
        SqlLeniencyStore lenient = new SqlLeniencyStore(site.database, site.commits);
        leniency = new LeniencyResource(new Leniencies(lenient, audit, clock), actor);
        standings = new CertificateStandings(responders, lists, trusted, lenient, settings, clock);
        issued = new IssuedCertificates(
                new SqlIssuedStore(site.database, site.commits, new Outbox(clock)),
                new SqlIssuedSearches(site.database),
                audit,
                clock);
        checks = new ContractChecks(standings, trusted, lenient, issued, clock);
        certificates = new ContractCertificates(settings, fetching, new LabPki(settings, clock), clock);
    }

    /** Responders of a test are at this machine, and slow ones are not waited for long. */
    public static Iso15118Settings settings(Iso15118Settings.Pool pool, String url, Path lab) {
        return new Iso15118Settings(
                Duration.ofSeconds(2),
                true,
                pool,
                new Iso15118Settings.Hubject(url, url.isEmpty() ? "" : url + "/oauth/token", "me", "s3cret&", "pool"),
                lab,
                Duration.ofDays(30));
    }

    public ContractRootView trust(String use, TestPki authority) {
        return (ContractRootView)
                roots.add(new ContractRootBody(use, authority.pem(), null)).getEntity();
    }

    public void lenient(boolean withoutOcsp, boolean expired, boolean unknownRoot) {
        leniency.set(new LeniencyBody(withoutOcsp, expired, unknownRoot, null));
    }

    @Override
    public void close() {
        site.close();
    }
}
