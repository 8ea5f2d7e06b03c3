package org.ohmstead.stations.provisioning;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.rpc.routing.CallRefused;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.ocpp.rpc.routing.Gate;
import org.ohmstead.stations.Admission;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.ProvisioningSettings;
import org.ohmstead.stations.Registration;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationLink;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;
import org.ohmstead.stations.securityprofiles.SerialCheck;

/**
 * What may be said before a station is accepted, in both directions (OCPP 1.6 §4.2 and OCPP-J erratum 3.10; B01.FR.10,
 * B02.FR.09, B03.FR.07; behaviour 3.2). Everything else gets a SecurityError.
 *
 * <p>A station that was accepted once and reconnects is served without a BootNotification. One that never sent any is told to
 * send it; if it does not do so within the grace time, because another system had accepted it before (field note 66), it is
 * served all the same, counts as accepted from then on, and is asked once to boot: an operator has registered it as
 * accepted. Not so in strict mode. One that is here with a certificate that has ended may renew it, and is pending otherwise.
 */
@Singleton
public class RegistrationGate implements Gate<Caller> {
    private static final String BOOT = "BootNotification";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Set<String> OUT_WHILE_PENDING = Set.of(
            "GetVariables",
            "SetVariables",
            "GetReport",
            "GetBaseReport",
            "GetConfiguration",
            "ChangeConfiguration",
            "TriggerMessage",
            "ExtendedTriggerMessage",
            "CertificateSigned",
            "InstallCertificate",
            "DeleteCertificate",
            "GetInstalledCertificateIds");

    private final Stations stations;
    private final StationLinks links;
    private final SerialCheck serials;
    private final ProvisioningSettings settings;
    private final Clock clock;
    private final Exemptions exemptions = new Exemptions();

    @Inject
    public RegistrationGate(
            Stations stations, StationLinks links, SerialCheck serials, ProvisioningSettings settings, Clock clock) {
        this.stations = stations;
        this.links = links;
        this.serials = serials;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<CallRefused> refusal(Caller caller, String action) {
        if (action.equals(BOOT)) {
            return Optional.empty();
        }
        Optional<Station> station = stations.get(caller.station());
        if (station.isEmpty()) {
            return refused("This station was deleted");
        }
        return switch (standing(station.get())) {
            case ACCEPTED -> Optional.empty();
            case NONE -> unbooted(caller, station.get());
            case PENDING -> pending(caller, station.get(), action);
            case REJECTED -> refused("Registration is rejected: nothing but BootNotification is taken");
        };
    }

    @Override
    public boolean isKnownToBeOpen(Caller caller) {
        return stations.isKnownToBeAccepted(caller.station()) && serials.isKnownToBeFree(caller.station());
    }

    /** One that is here with a certificate that has ended is held, whatever its boot was answered before (A00.FR.429). */
    private Registration standing(Station station) {
        Registration standing = station.standing();
        return standing != Registration.REJECTED && serials.mayOnlyRenew(station) ? Registration.PENDING : standing;
    }

    private Optional<CallRefused> pending(Caller caller, Station station, String action) {
        return exemptions.passes(caller.station(), action, caller.receivedAt()) || renews(station, action)
                ? Optional.empty()
                : refused("Registration is pending: nothing but BootNotification and what was asked for is taken");
    }

    /** What one is held for that is accepted otherwise. */
    private boolean renews(Station station, String action) {
        return action.equals("SignCertificate")
                && station.admission() == Admission.ACCEPTED
                && serials.mayOnlyRenew(station);
    }

    private Optional<CallRefused> unbooted(Caller caller, Station station) {
        if (!settings.serveUnbooted() || station.strict() || !graceIsOver(caller)) {
            return refused("Send a BootNotification first");
        }
        stations.adopt(station.ref());
        links.of(station.ref()).ifPresent(RegistrationGate::askToBoot);
        return Optional.empty();
    }

    /**
     * Once, to learn what it is. Not as a routine: some stations really reboot by it (field note 69). The outcome is theirs.
     */
    private static void askToBoot(StationLink link) {
        if (link.version().isV2()) {
            link.call(
                    new org.ohmstead.ocpp.v2.TriggerMessage.Request(
                            org.ohmstead.ocpp.v2.TriggerMessage.MessageTrigger.BootNotification),
                    PATIENCE);
        } else {
            link.call(
                    new org.ohmstead.ocpp.v16.TriggerMessage.Request(
                            org.ohmstead.ocpp.v16.TriggerMessage.MessageTrigger.BootNotification),
                    PATIENCE);
        }
    }

    private boolean graceIsOver(Caller caller) {
        return links.of(caller.station())
                .map(link -> link.since().plus(settings.unbootedGrace()))
                .filter(end -> !caller.receivedAt().isBefore(end))
                .isPresent();
    }

    private static Optional<CallRefused> refused(String why) {
        return Optional.of(new CallRefused(ErrorCode.SecurityError, why));
    }

    /** Whether an action may go out to a station as it stands. One that never booted counts as what the operator made it. */
    public boolean maySend(StationRef ref, String action) {
        Registration standing = stations.get(ref).map(this::standing).orElse(Registration.REJECTED);
        return switch (standing) {
            case ACCEPTED, NONE -> true;
            case PENDING -> OUT_WHILE_PENDING.contains(action);
            case REJECTED -> false;
        };
    }

    /** A request is about to go out: a pending station may answer it with the messages that it asks for (field note 73). */
    public void sending(StationRef ref, OcppCall<?> request) {
        Exemptions.askedForBy(request).forEach(action -> expect(ref, action));
    }

    /** A pending station may send this action from now on, for some minutes after each time. */
    public void expect(StationRef ref, String action) {
        if (stations.get(ref).map(this::standing).orElse(Registration.REJECTED) != Registration.ACCEPTED) {
            exemptions.add(ref, action, clock.instant());
        }
    }

    /** It was accepted and needs no exemptions, or rejected and has none. */
    void settled(StationRef ref) {
        exemptions.forget(ref);
    }
}
