package org.ohmstead.bench.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ohmstead.bench.load.Facts;

/** The stations' side: every fact that they were told is kept. */
final class Ledger implements Facts {
    /** Session to the transactionId that was given for it, empty on 2.x. */
    private final Map<String, String> started = new HashMap<>();

    private final Set<String> readings = new HashSet<>();
    private final Set<String> ended = new HashSet<>();

    @Override
    public synchronized void started(String station, String session, String number) {
        started.put(station + "/" + session, number);
    }

    @Override
    public synchronized void read(String station, int meterWh) {
        readings.add(station + "/" + meterWh);
    }

    @Override
    public synchronized void ended(String station, String session) {
        ended.add(station + "/" + session);
    }

    synchronized int size() {
        return started.size() + readings.size() + ended.size();
    }

    /** Facts that were acknowledged and are not stored as they were. */
    synchronized List<String> missing(Stored stored) {
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
        for (String reading : readings) {
            if (!stored.readings().containsKey(reading)) {
                missing.add("the reading " + reading);
            }
        }
        for (String session : ended) {
            Stored.Session kept = stored.sessions().get(session);
            if (kept == null || !kept.isEnded()) {
                missing.add("the end of " + session);
            }
        }
        return missing;
    }
}
