package org.ohmstead.certificates;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.bulk.BulkCommands;
import org.ohmstead.commands.bulk.BulkStations;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.stations.StationRef;

/** Root certificates of all stations of a group: each a bulk command, whose progress shows how far it is. */
@Singleton
public class GroupCertificates {
    private final StationCertificates certificates;
    private final BulkCommands bulk;
    private final BulkStations stations;

    @Inject
    public GroupCertificates(StationCertificates certificates, BulkCommands bulk, BulkStations stations) {
        this.certificates = certificates;
        this.bulk = bulk;
        this.stations = stations;
    }

    /**
     * Installs a root certificate in each.
     *
     * @return the number of the bulk command
     * @throws Refused invalid for what is no certificate that may be installed, or a group without stations
     */
    long install(CurrentActor by, long group, @Nullable String use, @Nullable String pem, @Nullable String ttl) {
        CertificateUse known = StationCertificates.root(use);
        String certificate = certificates.single(pem);
        List<StationRef> all = stations.of(by, null, group);
        String older = known.word16();
        return bulk.send(
                by.get(),
                all,
                words(known.word2(), certificate),
                older == null ? null : words(older, certificate),
                ttl);
    }

    private static Words words(String type, String certificate) {
        Words words = Words.of(CertificateVerbs.INSTALL);
        words.payload().put("certificateType", type).put("certificate", certificate);
        return words;
    }

    /** Deletes one from each that has it. @return the number of the bulk command */
    long delete(CurrentActor by, long group, HashData hashes, @Nullable String ttl) {
        List<StationRef> all = stations.of(by, null, group);
        Words words = Words.of(CertificateVerbs.DELETE);
        hashes.write(words.payload().putObject("certificateHashData"));
        return bulk.send(by.get(), all, words, null, ttl);
    }
}
