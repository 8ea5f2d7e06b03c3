package org.ohmstead.doctor.connect;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ohmstead.doctor.connect.ConnectSheet.Address;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.Identities;
import org.ohmstead.stations.Station;
import org.ohmstead.tenants.Tenant;
import org.ohmstead.tenants.Tenants;

/** Writes down what to type into a charger. */
@Singleton
public class ConnectSheets {
    private static final String LOOPBACK = "ws://(127\\.0\\.0\\.1|localhost|\\[::1])[:/].*";

    private final StationUrls urls;
    private final ConnectSettings settings;
    private final Tenants tenants;
    private final Supplier<Stream<RootCertificate>> roots;

    @Inject
    public ConnectSheets(StationUrls urls, ConnectSettings settings, Tenants tenants, Instance<RootCertificate> roots) {
        this(urls, settings, tenants, roots::stream);
    }

    ConnectSheets(
            StationUrls urls, ConnectSettings settings, Tenants tenants, Supplier<Stream<RootCertificate>> roots) {
        this.urls = urls;
        this.settings = settings;
        this.tenants = tenants;
        this.roots = roots;
    }

    ConnectSheet of(Station station) {
        String identity = station.ref().identity();
        String before = organisation(station.ref().tenant());
        List<Address> addresses = urls.bases().get().stream()
                .map(base ->
                        new Address(base + before, base + before + "/" + encoded(identity), base.startsWith("wss:")))
                .toList();
        Optional<String> root = roots.get().flatMap(each -> each.pem().stream()).findFirst();
        return new ConnectSheet(
                identity,
                addresses,
                identity,
                station.hasPassword(),
                settings.passwordRequired(),
                passwordForm(station.hasPassword()),
                subprotocols(station),
                root.orElse(null),
                notes(station, addresses, root.isPresent()));
    }

    /** The default one needs not be named. */
    private String organisation(long tenant) {
        return tenant == Tenant.DEFAULT.id()
                ? ""
                : tenants.get(tenant)
                        .map(known -> "/" + encoded(known.tenant().slug()))
                        .orElse("");
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String passwordForm(boolean isSet) {
        return isSet
                ? "The password goes as HTTP Basic with the identity as user name. OCPP 1.6 has it in AuthorizationKey, where"
                        + " many chargers want 40 hex digits for its 20 bytes; OCPP 2.x has it in BasicAuthPassword as text."
                        + " It is shown to nobody; set a new one with PUT /api/v1/stations/{station}/password."
                : "No password is set: leave it empty, with security profile 0.";
    }

    private static List<String> subprotocols(Station station) {
        OcppVersion only = station.defaultVersion();
        return only == null
                ? Arrays.stream(OcppVersion.values())
                        .map(OcppVersion::subprotocol)
                        .toList()
                : List.of(only.subprotocol());
    }

    private List<String> notes(Station station, List<Address> addresses, boolean hasRoot) {
        List<String> notes = new ArrayList<>();
        if (settings.passwordRequired() && !station.hasPassword()) {
            notes.add("This server demands a password of every station, and none is set for this one yet.");
        }
        if (addresses.stream().allMatch(address -> address.url().matches(LOOPBACK))) {
            notes.add(
                    "These addresses reach this server from its own machine only: start it with --host 0.0.0.0, and type"
                            + " its address in the charger's network.");
        }
        if (hasRoot) {
            notes.add("For wss:// the charger has to trust the root certificate.");
        }
        if (station.hasPassword() && addresses.stream().noneMatch(Address::tls)) {
            notes.add("Without wss:// the password travels in the clear.");
        }
        notes.addAll(Identities.warnings(station.ref().identity()));
        return notes;
    }
}
