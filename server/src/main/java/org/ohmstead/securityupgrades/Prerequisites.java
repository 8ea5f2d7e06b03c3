package org.ohmstead.securityupgrades;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.configuration.ConfigurationReading;
import org.ohmstead.configuration.ReadingWish;
import org.ohmstead.devicemodel.Address;
import org.ohmstead.devicemodel.DeviceModel;
import org.ohmstead.devicemodel.KnownVariable;
import org.ohmstead.stations.credentials.CredentialPolicy;
import org.ohmstead.stations.credentials.CredentialPolicy.Way;

/** What has to be there before a station can go to a security profile: without it, it would knock in vain. */
@Singleton
public class Prerequisites {
    private static final Address CPO_NAME = Address.ofKey("CpoName");
    private static final Address ORGANISATION = Address.of("SecurityCtrlr", "OrganizationName");

    private final ConfigurationReading reading;
    private final DeviceModel model;
    private final CredentialPolicy settings;

    @Inject
    public Prerequisites(ConfigurationReading reading, DeviceModel model, CredentialPolicy settings) {
        this.reading = reading;
        this.model = model;
        this.settings = settings;
    }

    /** Asks the station where it is not known. @throws Refused in conflict naming what is missing, and what to do */
    void check(Actor by, Addressee station, int profile) {
        if (profile < 3) {
            checkPassword(station, profile);
        } else {
            checkCertificate(by, station);
        }
    }

    private void checkPassword(Addressee station, int profile) {
        String identity = station.ref().identity();
        if (!settings.has(Way.PASSWORD)) {
            throw Refused.conflict(
                    "profile",
                    "Security profile " + profile + " is by password, which station-auth-methods does not let count.");
        }
        if (!station.station().hasPassword()) {
            throw Refused.conflict(
                    "profile",
                    "Security profile " + profile + " needs a password on both sides, and '" + identity
                            + "' has none. Give it one with POST /api/v1/stations/" + identity + "/password/rotate.");
        }
    }

    private void checkCertificate(Actor by, Addressee station) {
        String identity = station.ref().identity();
        if (!settings.has(Way.CERTIFICATE)) {
            throw Refused.conflict(
                    "profile", "Security profile 3 is by certificate, which station-auth-methods does not let count.");
        }
        Address address = station.version().isV2() ? ORGANISATION : CPO_NAME;
        String organisation = known(station, address);
        if (!fits(organisation)) {
            reading.ask(by, identity, ReadingWish.of(List.of(address)), SendOptions.USUAL);
            organisation = known(station, address);
        }
        if (!fits(organisation)) {
            throw Refused.conflict(
                    "profile",
                    "Security profile 3 needs a certificate that names the operator, and " + address.shown() + " of '"
                            + identity + "' is "
                            + (organisation == null ? "not set" : "'" + organisation + "'")
                            + (settings.organisation().isEmpty()
                                    ? ""
                                    : "; it must contain '" + settings.organisation() + "'")
                            + ". Set it with PUT /api/v1/stations/" + identity
                            + "/configuration, and give the station a certificate.");
        }
    }

    private boolean fits(@Nullable String organisation) {
        return organisation != null
                && organisation
                        .toLowerCase(Locale.ROOT)
                        .contains(settings.organisation().toLowerCase(Locale.ROOT));
    }

    private @Nullable String known(Addressee station, Address address) {
        KnownVariable known = model.of(station.ref(), List.of(address)).get(address.key());
        String value = known == null ? null : known.value();
        return value == null || value.isBlank() ? null : value;
    }
}
