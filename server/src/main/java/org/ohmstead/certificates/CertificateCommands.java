package org.ohmstead.certificates;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.StationRef;

/** What commands do to the certificates of stations, whoever sends them. */
@Singleton
public class CertificateCommands implements CommandListener {
    private static final String ACCEPTED = "Accepted";
    private static final String NOT_FOUND = "NotFound";

    private final SqlCertificateStore store;
    private final Clock clock;

    @Inject
    public CertificateCommands(SqlCertificateStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Set<String> actions() {
        return Set.of(
                CertificateVerbs.INSTALL, CertificateVerbs.DELETE, CertificateVerbs.LIST, CertificateVerbs.SIGNED);
    }

    @Override
    public void ended(Tx tx, StoredCommand command, CommandResult result) {
        JsonNode response = result.how() == CommandResult.How.ANSWERED ? result.response() : null;
        if (response == null) {
            return;
        }
        String status = response.path("status").asText();
        boolean accepted = status.equals(ACCEPTED);
        boolean gone = status.equals(NOT_FOUND);
        switch (command.action()) {
            case CertificateVerbs.INSTALL -> {
                if (accepted) {
                    installed(tx, command);
                }
            }
            case CertificateVerbs.DELETE -> {
                if (accepted || gone) {
                    deleted(tx, command);
                }
            }
            case CertificateVerbs.LIST -> {
                if (accepted || gone) {
                    listed(tx, command, response);
                }
            }
            default -> signed(tx, command, accepted);
        }
    }

    private void installed(Tx tx, StoredCommand command) {
        Optional<X509Certificate> certificate =
                Pem.first(command.payload().path("certificate").asText());
        HashData hashes =
                certificate.map(one -> HashData.of(one, null, HashData.USUAL)).orElse(null);
        if (certificate.isEmpty() || hashes == null) {
            return; // the station may have understood it; its list will tell
        }
        StationRef station = command.station();
        String use = CertificateUse.ofStation(
                command.payload().path("certificateType").asText());
        StationCertificate.Content content = StationCertificate.Content.of(certificate.get());
        StationCertificate fresh = new StationCertificate(
                0,
                station,
                use,
                hashes,
                List.of(),
                content,
                new StationCertificate.Given(now(), command.by().word()),
                null);
        store.put(tx, inPlaceOf(store.all(tx, station), fresh));
        store.tell(
                tx,
                new CertificateInstalled(
                        station.tenant(),
                        station.id(),
                        now(),
                        station.identity(),
                        use,
                        content.subject(),
                        hashes.serialNumber(),
                        content.until(),
                        command.by().word()));
    }

    /** One that the station has for the same use already is the same one, and keeps what the station has told of it. */
    private static StationCertificate inPlaceOf(List<StationCertificate> known, StationCertificate fresh) {
        return known.stream()
                .filter(one -> one.use().equals(fresh.use()) && fresh.is(one.hashes()))
                .findFirst()
                .map(before -> new StationCertificate(
                        before.id(),
                        before.station(),
                        before.use(),
                        before.hashes(),
                        before.children(),
                        fresh.content(),
                        fresh.given(),
                        before.reportedAt()))
                .orElse(fresh);
    }

    /** The same certificate may be there for several uses; the station deletes it by its hashes alone. */
    private void deleted(Tx tx, StoredCommand command) {
        HashData hashes = HashData.read(command.payload().path("certificateHashData"));
        if (hashes == null) {
            return;
        }
        List<StationCertificate> meant = store.all(tx, command.station()).stream()
                .filter(one -> one.is(hashes))
                .toList();
        meant.forEach(one -> store.remove(tx, one));
        StationCertificate first = meant.isEmpty() ? null : meant.getFirst();
        StationRef station = command.station();
        store.tell(
                tx,
                new CertificateDeleted(
                        station.tenant(),
                        station.id(),
                        now(),
                        station.identity(),
                        first == null ? null : first.use(),
                        first == null || first.content() == null
                                ? null
                                : first.content().subject(),
                        hashes.serialNumber(),
                        command.by().word()));
    }

    /** What the station lists is what it has; of the uses that it was asked for, the rest is gone. */
    private void listed(Tx tx, StoredCommand command, JsonNode response) {
        StationRef station = command.station();
        Set<String> uses = CertificateVerbs.uses(command.payload());
        List<StationCertificate> known = new ArrayList<>(store.all(tx, station));
        int others = known.size();
        known.removeIf(one -> !uses.isEmpty() && !uses.contains(one.use()));
        others -= known.size();
        List<CertificateVerbs.Listed> listed = CertificateVerbs.listed(command.payload(), response);
        int added = 0;
        for (CertificateVerbs.Listed each : listed) {
            StationCertificate before = taken(known, each);
            added += before == null ? 1 : 0;
            store.put(
                    tx,
                    before == null
                            ? new StationCertificate(
                                    0, station, each.use(), each.hashes(), each.children(), null, null, now())
                            : before.listed(each.hashes(), each.children(), now()));
        }
        known.forEach(one -> store.remove(tx, one));
        store.listed(tx, station, now());
        store.tell(
                tx,
                new CertificatesListed(
                        station.tenant(),
                        station.id(),
                        now(),
                        station.identity(),
                        others + listed.size(),
                        added,
                        known.size()));
    }

    /** Takes the one that is meant out of those that are known; null: it is not known. */
    private static @Nullable StationCertificate taken(List<StationCertificate> known, CertificateVerbs.Listed listed) {
        for (StationCertificate one : known) {
            if (one.use().equals(listed.use()) && one.is(listed.hashes())) {
                known.remove(one);
                return one;
            }
        }
        return null;
    }

    private void signed(Tx tx, StoredCommand command, boolean accepted) {
        StationRef station = command.station();
        StationCertificate.Content leaf = Pem.first(
                        command.payload().path("certificateChain").asText())
                .map(StationCertificate.Content::of)
                .orElse(null);
        store.tell(
                tx,
                new CertificateSigned(
                        station.tenant(),
                        station.id(),
                        now(),
                        station.identity(),
                        accepted,
                        leaf == null ? null : leaf.subject(),
                        leaf == null ? null : leaf.until(),
                        command.by().word()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
