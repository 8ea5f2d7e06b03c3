package org.ohmstead.charging.readings;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.session.EventTime;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.stations.Caller;

/** Makes of what a message says about meters what is stored of it. */
public final class MeterIntake {
    private final StationClock clock;
    private final MeterNormaliser normaliser = new MeterNormaliser();

    public MeterIntake(StationClock clock) {
        this.clock = clock;
    }

    /**
     * The 2.x event that brings readings.
     *
     * @param content digest of all that it says
     */
    public record Bearer(@Nullable Integer seqNo, boolean offline, long content) {}

    /**
     * @param bearer null: the readings came with a message without a sequence
     * @return those that hold anything: stations send empty ones (field note 50)
     */
    public List<MeterReading> readings(
            Caller caller, ConnectorRef place, List<Reading> readings, @Nullable Bearer bearer) {
        return readings.stream()
                .filter(reading -> !reading.samples().isEmpty())
                .map(reading -> reading(caller, place, reading, bearer))
                .toList();
    }

    private MeterReading reading(Caller caller, ConnectorRef place, Reading reading, @Nullable Bearer bearer) {
        EventTime moment = clock.believe(caller, reading.at(), bearer == null ? null : bearer.offline());
        String json = ChargingJson.write(reading.samples());
        Instant said = moment.station();
        return new MeterReading(
                caller.station(),
                place,
                null,
                bearer == null ? null : bearer.seqNo(),
                caller.messageId(),
                bearer == null ? null : bearer.content(),
                moment.at(),
                moment.at().equals(said) ? null : said,
                caller.receivedAt(),
                normaliser.of(reading.samples()),
                identity(reading, bearer).digest(),
                json);
    }

    /** What two deliveries of one reading have in common; of an event of 2.x also which one brought it. */
    static CanonicalText identity(Reading reading, @Nullable Bearer bearer) {
        CanonicalText identity = new CanonicalText("reading/1").with("event", bearer == null ? null : bearer.content());
        reading.writeSamples(identity);
        return identity;
    }

    /** What is wrong with the times of readings. */
    public Set<Suspicion> doubts(Caller caller, List<Reading> readings, @Nullable Boolean offline) {
        Set<Suspicion> doubts = EnumSet.noneOf(Suspicion.class);
        for (Reading reading : readings) {
            if (!reading.samples().isEmpty()) {
                doubts.addAll(clock.believe(caller, reading.at(), offline).doubts());
            }
        }
        return doubts;
    }
}
