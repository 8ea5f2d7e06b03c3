package org.ohmstead.bench.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ohmstead.bench.load.Facts;

/** The stations' side: every fact that they were told is kept. */
public final class AcknowledgedFacts implements Facts {
    /** Session to the transactionId that was given for it, empty on 2.x. */
    private final Map<String, String> started = new HashMap<>();

    /** Reading to its session. */
    private final Map<String, String> readings = new HashMap<>();

    /** Session to the meter at its end; -1 where the station did not say. */
    private final Map<String, Integer> ended = new HashMap<>();

    @Override
    public synchronized void started(String station, String session, String number) {
        started.put(station + "/" + session, number);
    }

    @Override
    public synchronized void read(String station, String session, int meterWh) {
        readings.put(station + "/" + meterWh, station + "/" + session);
    }

    @Override
    public synchronized void ended(String station, String session, int meterWh) {
        ended.put(station + "/" + session, meterWh);
    }

    public synchronized int size() {
        return started.size() + readings.size() + ended.size();
    }

    /** Facts that were acknowledged and are not stored as they were. */
    public synchronized List<String> missing(Stored stored) {
        List<String> missing = new ArrayList<>();
        started.forEach((session, number) -> {
            Stored.Session kept = stored.sessions().get(session);
            if (kept == null) {
                missing.add("the start of " + session);
            } else if (!number.isEmpty() && !number.equals(kept.number())) {
                missing.add(
                        "the start of " + session + " was answered " + number + " and is stored as " + kept.number());
            }
        });
        readings.forEach((reading, session) -> {
            Stored.Reading kept = stored.readings().get(reading);
            if (kept == null) {
                missing.add("the reading " + reading);
            } else if (!session.equals(kept.session())) {
                missing.add("the reading " + reading + " of " + session + " is stored with " + kept.session());
            }
        });
        ended.forEach((session, meterWh) -> {
            Stored.Session kept = stored.sessions().get(session);
            if (kept == null || !kept.isEnded()) {
                missing.add("the end of " + session);
            } else if (meterWh >= 0 && meterWh != kept.meterStopWh()) {
                missing.add("the end of " + session + " at " + meterWh + " Wh is stored with " + kept.meterStopWh());
            }
        });
        return missing;
    }
}
