package org.ohmstead.charging.session;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The open sessions of one station, newest first, as its lane remembers them. */
public final class OpenSessions {
    private final TreeMap<Long, ChargingSession> oldestFirst = new TreeMap<>();
    private List<ChargingSession> shown = List.of();
    private boolean changed = true;

    public OpenSessions(Collection<ChargingSession> sessions) {
        sessions.forEach(session -> oldestFirst.put(session.id(), session));
    }

    /** As they are now. Made anew only where somebody asks behind a change. */
    public List<ChargingSession> newestFirst() {
        if (changed) {
            shown = List.copyOf(oldestFirst.descendingMap().values());
            changed = false;
        }
        return shown;
    }

    public Optional<ChargingSession> byId(long id) {
        return Optional.ofNullable(oldestFirst.get(id));
    }

    /** Takes note of how a session is now. */
    public void put(ChargingSession session) {
        if (session.isOpen()) {
            oldestFirst.put(session.id(), session);
        } else {
            oldestFirst.remove(session.id());
        }
        changed = true;
    }
}
