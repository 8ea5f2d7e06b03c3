package org.ohmstead.simulator.v2;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v2.CertificateHashData;
import org.ohmstead.ocpp.v2.CertificateSigned;
import org.ohmstead.ocpp.v2.CertificateSigningUse;
import org.ohmstead.ocpp.v2.DeleteCertificate;
import org.ohmstead.ocpp.v2.GetInstalledCertificateIds;
import org.ohmstead.ocpp.v2.GetInstalledCertificateIds.CertificateHashDataChain;
import org.ohmstead.ocpp.v2.GetInstalledCertificateIds.GetCertificateIdUse;
import org.ohmstead.ocpp.v2.HashAlgorithm;
import org.ohmstead.ocpp.v2.InstallCertificate;
import org.ohmstead.ocpp.v2.SignCertificate;
import org.ohmstead.simulator.station.Certificates;
import org.ohmstead.simulator.station.Configuration;
import org.ohmstead.simulator.station.network.OwnCertificates;

/** The certificate store (A02, M03 to M05). */
final class Security2 {
    private static final Configuration.Name ORGANISATION =
            new Configuration.Name("SecurityCtrlr", 0, "OrganizationName", "");

    /** Of requests, in 2.1. */
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private Security2() {}

    /** A request with a new key. @param use null: for the connection and towards vehicles */
    static SignCertificate.Request request(Protocol2 cs, @Nullable CertificateSigningUse use) {
        String csr = cs.station()
                .ownCertificates()
                .request(
                        (use == null ? CertificateSigningUse.ChargingStationCertificate : use).name(),
                        cs.configuration().text(ORGANISATION),
                        cs.station().identity());
        Integer number = cs.version().has(OcppVersion.V21) ? NUMBERS.incrementAndGet() : null;
        return new SignCertificate.Request(csr, use, null, number);
    }

    static CertificateSigned.Response signed(Protocol2 cs, CertificateSigned.Request request) {
        CertificateSigningUse use = request.certificateType() == null
                ? CertificateSigningUse.ChargingStationCertificate
                : request.certificateType();
        OwnCertificates own = cs.station().ownCertificates();
        boolean taken = own.take(use.name(), request.certificateChain());
        own.of(CertificateSigningUse.ChargingStationCertificate.name())
                .ifPresent(cs.station().connection().destinations()::identity);
        return taken
                ? new CertificateSigned.Response(CertificateSigned.CertificateSignedStatus.Accepted)
                : new CertificateSigned.Response(
                        CertificateSigned.CertificateSignedStatus.Rejected, Reasons.of("InvalidCertificate"));
    }

    static InstallCertificate.Response install(Protocol2 cs, InstallCertificate.Request request) {
        Optional<Certificates.Entry> read =
                Certificates.read(request.certificateType().name(), request.certificate());
        if (read.isEmpty()) {
            return new InstallCertificate.Response(
                    InstallCertificate.InstallCertificateStatus.Rejected, Reasons.of("InvalidCertificate"));
        }
        synchronized (cs.station()) {
            boolean room = cs.certificates().install(read.get());
            return new InstallCertificate.Response(
                    room
                            ? InstallCertificate.InstallCertificateStatus.Accepted
                            : InstallCertificate.InstallCertificateStatus.Failed);
        }
    }

    static DeleteCertificate.Response delete(Protocol2 cs, DeleteCertificate.Request request) {
        CertificateHashData which = request.certificateHashData();
        synchronized (cs.station()) {
            boolean found =
                    cs.certificates().delete(which.issuerNameHash(), which.issuerKeyHash(), which.serialNumber());
            return new DeleteCertificate.Response(
                    found
                            ? DeleteCertificate.DeleteCertificateStatus.Accepted
                            : DeleteCertificate.DeleteCertificateStatus.NotFound);
        }
    }

    static GetInstalledCertificateIds.Response installed(Protocol2 cs, GetInstalledCertificateIds.Request request) {
        List<GetCertificateIdUse> uses = request.certificateType();
        List<CertificateHashDataChain> found;
        synchronized (cs.station()) {
            found = cs.certificates().all().stream()
                    .map(Security2::chain)
                    .filter(one -> uses == null || uses.contains(one.certificateType()))
                    .toList();
        }
        return found.isEmpty()
                ? new GetInstalledCertificateIds.Response(
                        GetInstalledCertificateIds.GetInstalledCertificateStatus.NotFound)
                : new GetInstalledCertificateIds.Response(
                        GetInstalledCertificateIds.GetInstalledCertificateStatus.Accepted, null, found);
    }

    private static CertificateHashDataChain chain(Certificates.Entry entry) {
        return new CertificateHashDataChain(
                new CertificateHashData(HashAlgorithm.SHA256, entry.issuer(), entry.key(), entry.serial()),
                GetCertificateIdUse.valueOf(entry.use()));
    }
}
