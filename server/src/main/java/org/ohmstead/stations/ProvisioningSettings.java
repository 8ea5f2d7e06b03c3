package org.ohmstead.stations;

import java.time.Duration;

/**
 * How stations are registered and watched.
 *
 * @param heartbeatInterval  what an accepted station is told, unless it has its own; 5 minutes
 * @param retryInterval      after what time a pending or rejected station shall boot again, lengthened at random by up to a
 *                           half so that a fleet does not come back in the same second (field note 16); 60 s
 * @param unknownStations    what happens to identities that are not registered; reject
 * @param newStationsPerHour how many stations that policy may register within an hour, so that nobody fills the database; 1000
 * @param serveUnbooted      whether a station that was registered and accepted here, but never sends a BootNotification
 *                           because it was accepted by another system before (field note 66), is served all the same; true
 * @param unbootedGrace      for how long after its connection such a station is refused first, so that it may still boot; 30 s
 * @param attemptsKept       how long refused connection attempts stay in the database; 30 days
 * @param connectionsKept    how long closed connections stay in the database; 90 days
 */
public record ProvisioningSettings(
        Duration heartbeatInterval,
        Duration retryInterval,
        UnknownStations unknownStations,
        int newStationsPerHour,
        boolean serveUnbooted,
        Duration unbootedGrace,
        Duration attemptsKept,
        Duration connectionsKept) {

    public ProvisioningSettings {
        positive("heartbeatInterval", heartbeatInterval);
        positive("retryInterval", retryInterval);
        positive("attemptsKept", attemptsKept);
        positive("connectionsKept", connectionsKept);
        if (unbootedGrace.isNegative()) {
            throw new IllegalArgumentException("unbootedGrace is " + unbootedGrace + "; allowed is 0 s or more");
        }
        if (newStationsPerHour < 0) {
            throw new IllegalArgumentException(
                    "newStationsPerHour is " + newStationsPerHour + "; allowed is 0 or more");
        }
    }

    public static ProvisioningSettings defaults() {
        return new ProvisioningSettings(
                Duration.ofMinutes(5),
                Duration.ofSeconds(60),
                UnknownStations.REJECT,
                1000,
                true,
                Duration.ofSeconds(30),
                Duration.ofDays(30),
                Duration.ofDays(90));
    }

    public ProvisioningSettings withUnknownStations(UnknownStations policy, int perHour) {
        return new ProvisioningSettings(
                heartbeatInterval,
                retryInterval,
                policy,
                perHour,
                serveUnbooted,
                unbootedGrace,
                attemptsKept,
                connectionsKept);
    }

    public ProvisioningSettings withServeUnbooted(boolean serve, Duration grace) {
        return new ProvisioningSettings(
                heartbeatInterval,
                retryInterval,
                unknownStations,
                newStationsPerHour,
                serve,
                grace,
                attemptsKept,
                connectionsKept);
    }

    private static void positive(String name, Duration value) {
        if (value.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(name + " is " + value + "; allowed is 1 s or more");
        }
    }
}
