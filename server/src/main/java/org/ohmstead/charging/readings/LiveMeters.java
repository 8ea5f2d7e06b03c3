package org.ohmstead.charging.readings;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.ohmstead.charging.live.MeterSample;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.db.lanes.Tx;

/**
 * Tells whoever watches at this node what the meters of open sessions show, after the commit. It is kept nowhere: what was missed
 * stands in the session. Where nobody watches nothing is done for it.
 */
@Singleton
public class LiveMeters {
    private final List<Consumer<MeterSample>> watchers = new CopyOnWriteArrayList<>();

    @Inject
    public LiveMeters() {
        // nobody watches yet
    }

    /** Until it is closed. */
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** @param watcher is told on the thread of the commit, so it must be quick, and throws nothing */
    public Watch watch(Consumer<MeterSample> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /**
     * A session has got readings.
     *
     * @param session as they leave it; one without a number is just being opened, which an event tells
     */
    public void sampled(Tx tx, ChargingSession session, List<MeterReading> readings) {
        if (watchers.isEmpty() || readings.isEmpty() || session.id() == 0 || !session.isOpen()) {
            return;
        }
        MeterReading last = readings.getFirst();
        List<Sample> samples = new ArrayList<>();
        for (MeterReading reading : readings) {
            last = reading.sampledAt().isBefore(last.sampledAt()) ? last : reading;
            samples.addAll(0, samples(reading.sampledJson()));
        }
        MeterSample sample = sample(session, last.sampledAt(), samples);
        tx.afterCommit(() -> watchers.forEach(watcher -> watcher.accept(sample)));
    }

    /** Of an open session. @param samplesJson of its newest reading */
    public static MeterSample sample(ChargingSession session, Instant at, String samplesJson) {
        return sample(session, at, samples(samplesJson));
    }

    private static List<Sample> samples(String json) {
        return Arrays.asList(ChargingJson.read(json, Sample[].class));
    }

    /** @param samples the newest first */
    private static MeterSample sample(ChargingSession session, Instant at, List<Sample> samples) {
        return new MeterSample(
                session.origin().station().tenant(),
                session.origin().station().id(),
                session.id(),
                session.origin().station().identity(),
                session.place().evse(),
                session.place().connector(),
                at,
                session.meter().powerW(),
                session.meter().energyWh(),
                session.meter().lastWh(),
                MeterNormaliser.currents(samples),
                MeterNormaliser.voltage(samples),
                session.meter().socPercent());
    }
}
