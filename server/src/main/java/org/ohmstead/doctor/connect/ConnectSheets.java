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
import org.ohmstead.stations.credentials.CredentialPolicy;
import org.ohmstead.stations.securityprofiles.SecurityProfiles;
import org.ohmstead.tenants.Tenant;
import org.ohmstead.tenants.Tenants;

/** Writes down what to type into a charger. */
@Singleton
public class ConnectSheets {
    private static final String LOOPBACK = "wss?://(127\\.0\\.0\\.1|localhost|\\[::1])[:/].*";

    private final StationUrls urls;
    private final ConnectSettings settings;
    private final Tenants tenants;
    private final SecurityProfiles profiles;
    private final CredentialPolicy policy;
    private final Supplier<Stream<RootCertificate>> roots;

    @Inject
    public ConnectSheets(
            StationUrls urls,
            ConnectSettings settings,
            Tenants tenants,
            SecurityProfiles profiles,
            CredentialPolicy policy,
            Instance<RootCertificate> roots) {
        this(urls, settings, tenants, profiles, policy, roots::stream);
    }

    ConnectSheets(
            StationUrls urls,
            ConnectSettings settings,
            Tenants tenants,
            SecurityProfiles profiles,
            CredentialPolicy policy,
            Supplier<Stream<RootCertificate>> roots) {
        this.urls = urls;
        this.settings = settings;
        this.tenants = tenants;
        this.profiles = profiles;
        this.policy = policy;
        this.roots = roots;
    }

    ConnectSheet of(Station station) {
        String identity = station.ref().identity();
        String before = organisation(station.ref().tenant());
        WayIn way = WayIn.of(station, profiles.of(station.ref()), policy);
        List<Address> all = urls.bases().get().stream()
                .map(base ->
                        new Address(base + before, base + before + "/" + encoded(identity), base.startsWith("wss:")))
                .toList();
        List<Address> fitting =
                all.stream().filter(address -> way.fits(address.tls())).toList();
        Optional<String> root = roots.get().flatMap(each -> each.pem().stream()).findFirst();
        return new ConnectSheet(
                identity,
                fitting.isEmpty() ? all : fitting,
                identity,
                station.hasPassword(),
                settings.passwordRequired(),
                way.form(),
                subprotocols(station),
                root.orElse(null),
                notes(station, way, fitting, root.isPresent()));
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

    private static List<String> subprotocols(Station station) {
        OcppVersion only = station.defaultVersion();
        return only == null
                ? Arrays.stream(OcppVersion.values())
                        .map(OcppVersion::subprotocol)
                        .toList()
                : List.of(only.subprotocol());
    }

    /** @param fitting addresses by which it may come; empty: the others are shown, and none of them will do */
    private List<String> notes(Station station, WayIn way, List<Address> fitting, boolean hasRoot) {
        List<String> notes = new ArrayList<>(way.notes());
        if (fitting.isEmpty()) {
            notes.add(way.noAddress());
        }
        if (settings.passwordRequired() && way.lacksSecret()) {
            notes.add("This server demands a password of every station, and none is set for this one yet.");
        }
        if (!fitting.isEmpty()
                && fitting.stream().allMatch(address -> address.url().matches(LOOPBACK))) {
            notes.add(
                    "These addresses reach this server from its own machine only: start it with --host 0.0.0.0, and type"
                            + " its address in the charger's network.");
        }
        if (hasRoot && fitting.stream().anyMatch(Address::tls)) {
            notes.add("For wss:// the charger has to trust the root certificate.");
        }
        if (way.sendsSecret() && fitting.stream().noneMatch(Address::tls)) {
            notes.add("Without wss:// the password travels in the clear.");
        }
        notes.addAll(Identities.warnings(station.ref().identity()));
        return notes;
    }
}
