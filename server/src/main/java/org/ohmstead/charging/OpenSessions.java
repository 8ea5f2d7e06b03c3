package org.ohmstead.charging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The open sessions of one station, newest first, as its lane remembers them. */
final class OpenSessions {
    private final List<ChargingSession> newestFirst;

    OpenSessions(List<ChargingSession> newestFirst) {
        this.newestFirst = new ArrayList<>(newestFirst);
    }

    List<ChargingSession> newestFirst() {
        return List.copyOf(newestFirst);
    }

    Optional<ChargingSession> byId(long id) {
        return newestFirst.stream().filter(session -> session.id() == id).findFirst();
    }

    /** Takes note of how a session is now. */
    void put(ChargingSession session) {
        int at = 0;
        while (at < newestFirst.size() && newestFirst.get(at).id() > session.id()) {
            at++;
        }
        if (at < newestFirst.size() && newestFirst.get(at).id() == session.id()) {
            newestFirst.remove(at);
        }
        if (session.isOpen()) {
            newestFirst.add(at, session);
        }
    }
}
