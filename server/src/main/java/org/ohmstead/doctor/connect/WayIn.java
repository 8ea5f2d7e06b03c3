package org.ohmstead.doctor.connect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.credentials.CredentialPolicy;
import org.ohmstead.stations.credentials.CredentialPolicy.Needed;
import org.ohmstead.stations.credentials.CredentialPolicy.Way;
import org.ohmstead.stations.securityprofiles.StationSecurity;

/**
 * By what a station gets in, for people.
 *
 * @param profile     by which it has to come; null: none is set, and it has come by no more than a password in clear
 * @param hasPassword whether one is set, and passwords count here
 * @param tokenWays   in which its token counts; empty: it has none, or none counts
 * @param needsSecret whether it must show one where no profile says so
 */
record WayIn(@Nullable Integer profile, boolean hasPassword, List<Way> tokenWays, boolean needsSecret) {
    private static final String PASSWORD =
            "The password goes as HTTP Basic with the identity as user name. OCPP 1.6 has it in AuthorizationKey, where"
                    + " many chargers want 40 hex digits for its 20 bytes; OCPP 2.x has it in BasicAuthPassword as text."
                    + " It is shown to nobody; set a new one with PUT /api/v1/stations/{station}/password.";

    static WayIn of(Station station, StationSecurity security, CredentialPolicy policy) {
        Integer decided = security.profile();
        boolean isRemembered = decided == null && security.floor() > 1;
        List<Way> tokens = List.of(Way.TOKEN, Way.PATH).stream()
                .filter(way -> security.token() != null && policy.has(way))
                .toList();
        return new WayIn(
                isRemembered ? Integer.valueOf(security.floor()) : decided,
                station.hasPassword() && policy.has(Way.PASSWORD),
                tokens,
                policy.needed() == Needed.REQUIRED);
    }

    boolean fits(boolean tls) {
        return profile == null || tls == profile > 1;
    }

    boolean sendsSecret() {
        boolean asked = profile == null || profile == 1 || profile == 2;
        return asked && (hasPassword || !tokenWays.isEmpty());
    }

    /** Whether it needs one, and has none. */
    boolean lacksSecret() {
        boolean needed = profile == null ? needsSecret : profile == 1 || profile == 2;
        return needed && !hasPassword && tokenWays.isEmpty();
    }

    /** In which form the charger takes the password, or what it shows in its place. */
    String form() {
        if (profile != null && profile == 3) {
            return "No password: it shows a certificate of its own, whose common name is its identity or holds its serial"
                    + " number. It gets one by SignCertificate, or from its manufacturer; see docs/certificates.md.";
        }
        if (profile != null && profile == 0) {
            return "No password: leave it empty, with security profile 0.";
        }
        if (hasPassword) {
            return PASSWORD;
        }
        if (!tokenWays.isEmpty()) {
            return "No password is set: it shows its token instead.";
        }
        return lacksSecret()
                ? "No password is set, and it does not get in without one: set it with PUT"
                        + " /api/v1/stations/{station}/password."
                : "No password is set: leave it empty, with security profile 0.";
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (profile != null) {
            notes.add("Its security profile is " + profile + ": set it in the charger, too.");
        } else if (hasPassword) {
            notes.add("Its security profile in the charger is 1 with ws://, and 2 with wss://.");
        }
        boolean mayShowToken = profile == null || profile == 1 || profile == 2;
        if (mayShowToken && tokenWays.contains(Way.TOKEN)) {
            notes.add("Its token goes in the header: Authorization: Bearer {token}. It is shown to nobody.");
        }
        if (mayShowToken && tokenWays.contains(Way.PATH)) {
            notes.add(
                    "Its token may stand in the URL before the identity: .../{token}/{identity}. It is shown to nobody.");
        }
        return notes;
    }

    /** What to do where none of the addresses is one by which it may come. */
    String noAddress() {
        return profile != null && profile > 1
                ? "None of these addresses will do: security profile " + profile
                        + " is over TLS, and this server has none with wss://. Set tls-port, or public-url behind a proxy."
                : "None of these addresses will do: security profile " + profile
                        + " is without TLS, and this server has none with ws://.";
    }
}
