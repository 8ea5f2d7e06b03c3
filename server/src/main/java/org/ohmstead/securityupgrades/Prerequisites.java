package org.ohmstead.securityupgrades;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.authority.issued.IssuedCertificates;
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.configuration.ConfigurationReading;
import org.ohmstead.configuration.ReadingWish;
import org.ohmstead.devicemodel.Address;
import org.ohmstead.devicemodel.DeviceModel;
import org.ohmstead.devicemodel.KnownVariable;
import org.ohmstead.stations.credentials.CredentialPolicy;
import org.ohmstead.stations.credentials.CredentialPolicy.Way;
import org.ohmstead.stations.securityprofiles.Contact;
import org.ohmstead.stations.securityprofiles.StationSecurity;

/** What has to be there before a station can go to a security profile: without it, it would knock in vain. */
@Singleton
public class Prerequisites {
    private static final Address CPO_NAME = Address.ofKey("CpoName");
    private static final Address ORGANISATION = Address.of("SecurityCtrlr", "OrganizationName");

    private final ConfigurationReading reading;
    private final DeviceModel model;
    private final CredentialPolicy settings;
    private final IssuedCertificates issued;
    private final Clock clock;

    @Inject
    public Prerequisites(
            ConfigurationReading reading,
            DeviceModel model,
            CredentialPolicy settings,
            IssuedCertificates issued,
            Clock clock) {
        this.reading = reading;
        this.model = model;
        this.settings = settings;
        this.issued = issued;
        this.clock = clock;
    }

    /** Asks the station where it is not known. @throws Refused in conflict naming what is missing, and what to do */
    void check(Actor by, Addressee station, StationSecurity security, UpgradeWish wish) {
        if (wish.profile() < 3) {
            checkPassword(station, wish.profile());
            return;
        }
        checkOrganisation(by, station);
        if (!wish.otherCertificate() && !hasShownOne(security) && !issued.hasTaken(station.ref())) {
            String identity = station.ref().identity();
            throw Refused.conflict(
                    "allowOtherCertificate",
                    "Security profile 3 needs a certificate of the station's own, and '" + identity
                            + "' has taken none from here that counts now, nor shown one. Have it ask for one with POST"
                            + " /api/v1/stations/" + identity
                            + "/trigger and {\"message\":\"SignChargingStationCertificate\"}, or set"
                            + " allowOtherCertificate where it has one of somebody else.");
        }
    }

    private boolean hasShownOne(StationSecurity security) {
        Contact last = security.last();
        Contact.Certificate shown = last == null ? null : last.certificate();
        return shown != null && shown.until().isAfter(clock.instant());
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

    private void checkOrganisation(Actor by, Addressee station) {
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
                            + ". Set it with PATCH /api/v1/stations/" + identity + "/configuration and "
                            + setting(address) + ", and give the station a certificate.");
        }
    }

    /** As the body of the PATCH has it. */
    private String setting(Address address) {
        String value = settings.organisation().isEmpty() ? "your organisation" : settings.organisation();
        String name = address.isKey()
                ? "\"key\":\"" + address.variable() + "\""
                : "\"component\":\"" + address.component() + "\",\"variable\":\"" + address.variable() + "\"";
        return "{\"settings\":[{" + name + ",\"value\":\"" + value + "\"}]}";
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
