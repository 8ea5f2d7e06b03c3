package org.ohmstead.securityupgrades;

import java.security.cert.X509Certificate;
import java.util.List;
import org.ohmstead.access.Actor;
import org.ohmstead.authority.Authorities;
import org.ohmstead.authority.Authority;
import org.ohmstead.authority.AuthorityChanges;
import org.ohmstead.authority.AuthoritySettings;
import org.ohmstead.authority.AuthorityWorld;
import org.ohmstead.authority.Issuer;
import org.ohmstead.authority.OwnIssuer;
import org.ohmstead.authority.SqlAuthorityStore;
import org.ohmstead.authority.TestRequests;
import org.ohmstead.authority.issued.IssuedCertificate;
import org.ohmstead.authority.issued.IssuedCertificates;
import org.ohmstead.authority.issued.RevocationReason;
import org.ohmstead.authority.issued.SqlIssuedSearches;
import org.ohmstead.authority.issued.SqlIssuedStore;
import org.ohmstead.authority.pki.CertificateRequest;
import org.ohmstead.certificates.SignedFor;
import org.ohmstead.encryption.Encryption;
import org.ohmstead.encryption.TestKeys;
import org.ohmstead.events.Outbox;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.tenants.SqlTenantStore;
import org.ohmstead.tenants.Tenants;

/** Certificates that stations have from here. */
final class StationsOwnCertificates {
    final IssuedCertificates issued;
    private final TestStations stations;
    private final Authority authority;
    private final OwnIssuer issuer;

    StationsOwnCertificates(TestStations stations) {
        this.stations = stations;
        issued = new IssuedCertificates(
                new SqlIssuedStore(stations.database, stations.commits, new Outbox(stations.clock)),
                new SqlIssuedSearches(stations.database),
                stations.audit,
                stations.clock);
        Encryption encryption = new Encryption(TestKeys.ENCRYPTION);
        Tenants tenants = new Tenants(new SqlTenantStore(stations.database, stations.commits));
        Authorities authorities = new Authorities(
                new SqlAuthorityStore(stations.database, stations.commits),
                encryption,
                tenants,
                stations.audit,
                stations.clock);
        authority =
                AuthorityWorld.own(new AuthorityChanges(authorities, encryption, tenants, stations.clock), "Stations");
        issuer = new OwnIssuer(authorities, AuthoritySettings.defaults(), stations.clock);
    }

    IssuedCertificate issued(StationRef station, SignedFor use) {
        try {
            List<X509Certificate> chain =
                    issuer.issue(authority, CertificateRequest.read(TestRequests.pem("CN=" + station.identity())), use);
            return stations.commits.write(
                    station.scope(), station.id(), tx -> issued.issued(tx, station, authority, 1, use, chain));
        } catch (Issuer.Refusal | CertificateRequest.Unusable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    IssuedCertificate taken(StationRef station, SignedFor use) {
        IssuedCertificate one = issued(station, use);
        stations.commits.write(station.scope(), station.id(), tx -> {
            issued.answered(tx, one, true);
            return true;
        });
        return one;
    }

    void revoked(StationRef station) {
        issued.revoke(Actor.LOCAL, taken(station, SignedFor.STATION).id(), RevocationReason.KEY_COMPROMISE);
    }
}
