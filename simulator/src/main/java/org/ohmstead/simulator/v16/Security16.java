package org.ohmstead.simulator.v16;

import java.util.List;
import java.util.Optional;
import org.ohmstead.ocpp.v16.CertificateHashData;
import org.ohmstead.ocpp.v16.CertificateSigned;
import org.ohmstead.ocpp.v16.ChangeConfiguration;
import org.ohmstead.ocpp.v16.DeleteCertificate;
import org.ohmstead.ocpp.v16.GetInstalledCertificateIds;
import org.ohmstead.ocpp.v16.HashAlgorithm;
import org.ohmstead.ocpp.v16.InstallCertificate;
import org.ohmstead.ocpp.v16.SignCertificate;
import org.ohmstead.simulator.station.Certificates;
import org.ohmstead.simulator.station.Station;
import org.ohmstead.simulator.station.network.Destinations;
import org.ohmstead.simulator.station.network.Destinations.Destination;
import org.ohmstead.simulator.station.network.OwnCertificates;

/** The certificates and profiles of the security extension. */
final class Security16 {
    /** The only one of 1.6; the word is that of 2.x. */
    private static final String USE = "ChargingStationCertificate";

    private Security16() {}

    /** A request with a new key. */
    static SignCertificate.Request request(Protocol16 cp) {
        return new SignCertificate.Request(cp.station()
                .ownCertificates()
                .request(
                        USE,
                        cp.configuration().text(Keys16.CPO_NAME),
                        cp.station().identity()));
    }

    static CertificateSigned.Response signed(Protocol16 cp, CertificateSigned.Request request) {
        OwnCertificates own = cp.station().ownCertificates();
        boolean taken = own.take(USE, request.certificateChain());
        own.of(USE).ifPresent(cp.station().connection().destinations()::identity);
        return new CertificateSigned.Response(
                taken
                        ? CertificateSigned.CertificateSignedStatus.Accepted
                        : CertificateSigned.CertificateSignedStatus.Rejected);
    }

    /** Goes to a higher profile once it has answered, and back where it does not get through (A05). */
    static ChangeConfiguration.Status profile(Station station, String value, String secureUrl) {
        Destinations destinations = station.connection().destinations();
        int wanted = value.matches("[1-3]") ? Integer.parseInt(value) : 0;
        if (wanted <= destinations.profile() || !destinations.has(wanted)) {
            return ChangeConfiguration.Status.Rejected;
        }
        Destination before = destinations.current();
        Destination next = new Destination(before.slot(), wanted == 1 ? before.url() : secureUrl, wanted);
        station.afterAnswer(() -> station.connection().move(List.of(next, before)));
        return ChangeConfiguration.Status.Accepted;
    }

    static InstallCertificate.Response install(Protocol16 cp, InstallCertificate.Request request) {
        Optional<Certificates.Entry> read =
                Certificates.read(request.certificateType().name(), request.certificate());
        if (read.isEmpty()) {
            return new InstallCertificate.Response(InstallCertificate.InstallCertificateStatus.Rejected);
        }
        synchronized (cp.station()) {
            boolean room = cp.certificates().install(read.get());
            return new InstallCertificate.Response(
                    room
                            ? InstallCertificate.InstallCertificateStatus.Accepted
                            : InstallCertificate.InstallCertificateStatus.Failed);
        }
    }

    static DeleteCertificate.Response delete(Protocol16 cp, DeleteCertificate.Request request) {
        CertificateHashData which = request.certificateHashData();
        synchronized (cp.station()) {
            boolean found =
                    cp.certificates().delete(which.issuerNameHash(), which.issuerKeyHash(), which.serialNumber());
            return new DeleteCertificate.Response(
                    found
                            ? DeleteCertificate.DeleteCertificateStatus.Accepted
                            : DeleteCertificate.DeleteCertificateStatus.NotFound);
        }
    }

    static GetInstalledCertificateIds.Response installed(Protocol16 cp, GetInstalledCertificateIds.Request request) {
        List<CertificateHashData> found;
        synchronized (cp.station()) {
            found = cp.certificates().all().stream()
                    .filter(one -> one.use().equals(request.certificateType().name()))
                    .map(one -> new CertificateHashData(HashAlgorithm.SHA256, one.issuer(), one.key(), one.serial()))
                    .toList();
        }
        if (found.isEmpty()) {
            return new GetInstalledCertificateIds.Response(
                    GetInstalledCertificateIds.GetInstalledCertificateStatus.NotFound);
        }
        return new GetInstalledCertificateIds.Response(
                GetInstalledCertificateIds.GetInstalledCertificateStatus.Accepted, found);
    }
}
