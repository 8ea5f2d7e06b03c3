package org.ohmstead.stations.provisioning;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.BootFacts;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.ProvisioningSettings;
import org.ohmstead.stations.Registration;
import org.ohmstead.stations.SqlStationStore;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationBooted;
import org.ohmstead.stations.Stations;
import org.ohmstead.stations.identities.SharedIdentities;
import org.ohmstead.stations.securityprofiles.SerialCheck;

/** Answers BootNotifications and remembers what they tell (OCPP 1.6 §4.2; B01, B02, B03). */
@Singleton
public class Boots {
    private static final Logger LOG = System.getLogger(Boots.class.getName());

    private final Stations stations;
    private final RegistrationGate gate;
    private final SharedIdentities shared;
    private final SerialCheck serials;
    private final ProvisioningSettings settings;
    private final Clock clock;

    @Inject
    public Boots(
            Stations stations,
            RegistrationGate gate,
            SharedIdentities shared,
            SerialCheck serials,
            ProvisioningSettings settings,
            Clock clock) {
        this.stations = stations;
        this.gate = gate;
        this.shared = shared;
        this.serials = serials;
        this.settings = settings;
        this.clock = clock;
    }

    /** The answer is durable when this returns: the station goes by it from now on. */
    public BootAnswer boot(Caller caller, BootFacts facts) {
        Optional<Station> found = stations.get(caller.station());
        if (found.isEmpty()) { // deleted, and its connection is about to be closed
            return answer(Registration.REJECTED, retryInterval());
        }
        Station station = found.get();
        if (serials.isRefused(caller, facts.serialNumber())) {
            return answer(Registration.REJECTED, retryInterval());
        }
        Registration registration = registration(station);
        boolean otherFirmware = station.times().lastBootAt() != null
                && !Objects.equals(station.facts().firmwareVersion(), facts.firmwareVersion());
        boolean same = facts.equals(station.facts()) && registration == station.registration();
        boolean news = registration == Registration.ACCEPTED
                || registration != station.registration()
                || !facts.sameStation(station.facts());
        stations.booted(
                station.ref(),
                caller.receivedAt(),
                same ? null : new SqlStationStore.Change(facts, registration, otherFirmware),
                news ? event(caller, facts, registration, otherFirmware) : null);
        shared.booted(caller, facts);
        if (registration != Registration.PENDING) {
            gate.settled(station.ref());
        }
        LOG.log(
                Level.INFO,
                () -> "tenant=" + station.ref().tenant() + " station="
                        + station.ref().identity()
                        + " action=BootNotification id=" + caller.messageId() + ": " + registration.word() + ", OCPP "
                        + caller.version().number() + facts.told());
        return answer(
                registration, registration == Registration.ACCEPTED ? heartbeatInterval(station) : retryInterval());
    }

    private Registration registration(Station station) {
        Registration admitted = station.admission().registration();
        boolean mayOnlyRenew = admitted == Registration.ACCEPTED && serials.mayOnlyRenew(station);
        return mayOnlyRenew ? Registration.PENDING : admitted;
    }

    private static StationBooted event(
            Caller caller, BootFacts facts, Registration registration, boolean firmwareChanged) {
        return new StationBooted(
                caller.station().tenant(),
                caller.station().id(),
                caller.receivedAt(),
                caller.station().identity(),
                registration.word(),
                caller.version().number(),
                facts.vendor(),
                facts.model(),
                facts.firmwareVersion(),
                firmwareChanged,
                facts.reason());
    }

    private BootAnswer answer(Registration registration, Duration interval) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new BootAnswer(registration, now, interval);
    }

    private Duration heartbeatInterval(Station station) {
        @Nullable Duration own = station.config().heartbeatInterval();
        return own == null ? settings.heartbeatInterval() : own;
    }

    /** Never the same for two stations, so that a fleet does not come back in the same second (field note 16). */
    private Duration retryInterval() {
        long seconds = settings.retryInterval().toSeconds();
        return Duration.ofSeconds(ThreadLocalRandom.current().nextLong(seconds, seconds + seconds / 2 + 2));
    }
}
