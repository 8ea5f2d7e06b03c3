package org.ohmstead.eventstream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ohmstead.charging.live.MeterSample;

/** What meters have shown since one reader was told: of each session the newest, and that once a second at most. */
final class WaitingMeters {
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    private final EventFilter filter;
    private final Map<Long, MeterSample> waiting = new LinkedHashMap<>();
    private final Map<Long, Long> told = new HashMap<>();

    WaitingMeters(EventFilter filter) {
        this.filter = filter;
    }

    void offer(MeterSample sample) {
        boolean wanted = filter.station() == null || filter.station() == sample.stationId();
        if (wanted && sample.tenant() == filter.scope().tenant()) {
            put(sample);
        }
    }

    private synchronized void put(MeterSample sample) {
        waiting.put(sample.session(), sample);
    }

    /** What may be told now. @param now in nanoseconds */
    synchronized List<MeterSample> due(long now) {
        told.values().removeIf(at -> now - at >= PAUSE);
        List<MeterSample> due = new ArrayList<>();
        for (Iterator<MeterSample> each = waiting.values().iterator(); each.hasNext(); ) {
            MeterSample sample = each.next();
            if (told.putIfAbsent(sample.session(), now) == null) {
                due.add(sample);
                each.remove();
            }
        }
        return due;
    }
}
