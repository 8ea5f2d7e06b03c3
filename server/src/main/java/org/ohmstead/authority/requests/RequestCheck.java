package org.ohmstead.authority.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.authority.pki.CertificateRequest;
import org.ohmstead.certificates.SignedFor;
import org.ohmstead.stations.Station;

/** Whether a request is that of the station that sent it (A02.FR.05; A00.FR.404, A00.FR.405). */
final class RequestCheck {
    private RequestCheck() {}

    /**
     * Why it must not be signed, in words.
     *
     * @param organisation that it has to name; null: any, or none
     * @return empty: it may be signed
     */
    static Optional<String> refusal(
            CertificateRequest request, Station station, SignedFor use, @Nullable String organisation) {
        Optional<String> name = name(request.commonNames(), station, use);
        return name.isPresent() ? name : organisation(request.organisations(), organisation);
    }

    /** A vehicle knows a station by names of ISO 15118; we know it by its own. */
    private static Optional<String> name(List<String> names, Station station, SignedFor use) {
        if (names.size() != 1) {
            return Optional.of("Its subject has " + names.size() + " common names (CN); allowed is exactly one.");
        }
        if (use != SignedFor.STATION) {
            return Optional.empty();
        }
        List<String> allowed = new ArrayList<>();
        String serial = station.facts().serialNumber();
        if (serial != null) {
            allowed.add(serial);
        }
        allowed.add(station.ref().identity());
        return allowed.stream().anyMatch(names.getFirst()::equalsIgnoreCase)
                ? Optional.empty()
                : Optional.of("Its common name (CN) is '" + names.getFirst() + "'; allowed is "
                        + (serial == null
                                ? "the station's identity '" + station.ref().identity()
                                        + "', because it has told no serial number when it booted."
                                : "the serial number '" + serial + "' that the station has told when it booted, or its"
                                        + " identity '" + station.ref().identity() + "'."));
    }

    private static Optional<String> organisation(List<String> found, @Nullable String wanted) {
        return wanted == null || found.contains(wanted)
                ? Optional.empty()
                : Optional.of("Its organisation (O) is " + (found.isEmpty() ? "missing" : "'" + found.getFirst() + "'")
                        + "; allowed is '" + wanted
                        + "'. Set CpoName (OCPP 1.6) or SecurityCtrlr.OrganizationName (2.x) in the station to it.");
    }
}
