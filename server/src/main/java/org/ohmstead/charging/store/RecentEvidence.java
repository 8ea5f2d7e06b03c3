package org.ohmstead.charging.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.readings.MeterPoint;
import org.ohmstead.charging.readings.MeterReading;

/**
 * What a lane remembers of the evidence of sessions that began while it looked and are short so far, so that their end need not
 * ask for it. It tells all that the database holds or nothing: a reading that may stand there already, be it with another
 * session, makes it forget the session, and so does a long one.
 */
final class RecentEvidence {
    /** Of a session. Then one question at the end is little beside what it brought. */
    private static final int MOST_READINGS = 24;

    private static final class Known {
        private final List<MeterPoint> points = new ArrayList<>(4);
        private final Set<Integer> seqNos = new HashSet<>(4);
    }

    private final Map<Long, Known> sessions = new HashMap<>(4);
    private @Nullable Instant latest;

    /** @param latest of all readings that the station's rows hold; null: there are none */
    RecentEvidence(@Nullable Instant latest) {
        this.latest = latest;
    }

    void begin(long session) {
        sessions.put(session, new Known());
    }

    void forget(long session) {
        sessions.remove(session);
    }

    void add(MeterReading reading) {
        boolean isNew = latest == null || reading.sampledAt().isAfter(latest);
        latest = isNew ? reading.sampledAt() : latest;
        Long session = reading.session();
        Known known = session == null ? null : sessions.get(session);
        if (session == null || known == null) {
            return;
        }
        if (!isNew || known.points.size() == MOST_READINGS) {
            forget(session);
        } else {
            known.points.add(reading.point());
            add(session, reading.seqNo());
        }
    }

    void add(long session, @Nullable Integer seqNo) {
        Known known = sessions.get(session);
        if (known != null && seqNo != null) {
            known.seqNos.add(seqNo);
        }
    }

    /** In the order in which they came; empty: not known here. */
    Optional<List<MeterPoint>> points(long session) {
        return Optional.ofNullable(sessions.get(session)).map(known -> new ArrayList<>(known.points));
    }

    /** Empty: not known here. */
    Optional<Set<Integer>> seqNos(long session) {
        return Optional.ofNullable(sessions.get(session)).map(known -> new HashSet<>(known.seqNos));
    }
}
