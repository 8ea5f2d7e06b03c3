package org.ohmstead.authority.requests;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.authority.Authorities;
import org.ohmstead.authority.Authority;
import org.ohmstead.authority.issued.IssuedCertificates;
import org.ohmstead.authority.pki.CertificateRequest;
import org.ohmstead.certificates.SignedFor;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;
import org.ohmstead.stations.identities.StationNames;

/** Whether a request is that of the station that sent it (A02.FR.05; A00.FR.404, A00.FR.405). */
@Singleton
public class RequestCheck {
    static final String REVOKED_KEY =
            "A certificate of this key was revoked. Make a new key in the station, and a new request with it.";

    /**
     * The eMAID of a contract: country, provider, nine characters and perhaps a check digit (ISO 15118-2 annex H). An EVSE's id has an E
     * behind the operator, and is none.
     */
    private static final Pattern CONTRACT = Pattern.compile("[A-Z]{2}[A-Z0-9]{3}[A-DF-Z0-9][A-Z0-9]{8}[A-Z0-9]?");

    private final Stations stations;
    private final StationNames names;
    private final Authorities authorities;
    private final IssuedCertificates issued;

    @Inject
    public RequestCheck(Stations stations, StationNames names, Authorities authorities, IssuedCertificates issued) {
        this.stations = stations;
        this.names = names;
        this.authorities = authorities;
        this.issued = issued;
    }

    static Authority.Purpose purpose(SignedFor use) {
        return use == SignedFor.STATION ? Authority.Purpose.STATION : Authority.Purpose.V2G;
    }

    /**
     * Why it must not be signed, in words.
     *
     * @return empty: it may be signed
     */
    Optional<String> refusal(CertificateRequest request, StationRef ref, SignedFor use) {
        Optional<Station> station = stations.get(ref);
        if (station.isEmpty()) {
            return Optional.of("The station was deleted.");
        }
        Optional<Authority> authority = authorities.issuing(ref.tenant(), purpose(use));
        if (authority.isEmpty()) {
            return Optional.of(nobodySigns(use));
        }
        return Stream.of(
                        name(request.commonNames(), station.get(), use),
                        organisation(
                                request.organisations(), authority.get().terms().organisation()),
                        key(request, ref))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static String nobodySigns(SignedFor use) {
        return use == SignedFor.STATION
                ? "No authority signs certificates of stations: an operator has switched that off. PATCH"
                        + " /api/v1/authorities/{id} with issuing true, or make one with POST /api/v1/authorities and"
                        + " purpose station."
                : "There is no authority that signs certificates towards vehicles (ISO 15118). Make, import or"
                        + " connect one with POST /api/v1/authorities and purpose v2g.";
    }

    private Optional<String> key(CertificateRequest request, StationRef station) {
        return issued.isRevoked(station.scope(), request.key()) ? Optional.of(REVOKED_KEY) : Optional.empty();
    }

    /** A vehicle knows a station by names of ISO 15118; we know it by its own. */
    private Optional<String> name(List<String> found, Station station, SignedFor use) {
        if (found.size() != 1) {
            return Optional.of("Its subject has " + found.size() + " common names (CN); allowed is exactly one.");
        }
        String name = found.getFirst();
        return use == SignedFor.STATION ? ofStation(name, station) : ofContract(name);
    }

    private static Optional<String> ofContract(String name) {
        String plain = name.replaceAll("[-*\\s]", "").toUpperCase(Locale.ROOT);
        return CONTRACT.matcher(plain).matches()
                ? Optional.of(
                        "Its common name (CN) '" + name + "' could be that of a driver's contract (eMAID); allowed"
                                + " are names of a station or an EVSE, such as DE*ABC*E123.")
                : Optional.empty();
    }

    /** The identity is nobody else's; a serial number is what a station says, so it may not be what another one says or is. */
    private Optional<String> ofStation(String name, Station station) {
        String serial = station.facts().serialNumber();
        String identity = station.ref().identity();
        if (name.equalsIgnoreCase(identity)) {
            return Optional.empty();
        }
        if (serial == null || !name.equalsIgnoreCase(serial)) {
            return Optional.of("Its common name (CN) is '" + name + "'; allowed is "
                    + (serial == null
                            ? "the station's identity '" + identity
                                    + "', because it has told no serial number when it booted."
                            : "the serial number '" + serial + "' that the station has told when it booted, or its"
                                    + " identity '" + identity + "'."));
        }
        return names.isOfAnother(station.ref(), name)
                ? Optional.of("Its common name (CN) is '" + name + "', which is the identity or the serial number of"
                        + " another station, too; allowed is its identity '" + identity + "'.")
                : Optional.empty();
    }

    private static Optional<String> organisation(List<String> found, @Nullable String wanted) {
        return wanted == null || found.contains(wanted)
                ? Optional.empty()
                : Optional.of("Its organisation (O) is " + (found.isEmpty() ? "missing" : "'" + found.getFirst() + "'")
                        + "; allowed is '" + wanted
                        + "'. Set CpoName (OCPP 1.6) or SecurityCtrlr.OrganizationName (2.x) in the station to it.");
    }
}
