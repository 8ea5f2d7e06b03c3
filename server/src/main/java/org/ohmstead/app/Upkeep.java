package org.ohmstead.app;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.charging.ageing.ReadingUpkeep;
import org.ohmstead.charging.lifecycle.SessionUpkeep;
import org.ohmstead.events.EventUpkeep;
import org.ohmstead.reports.NoticeUpkeep;

/** What the slices do of themselves from time to time. */
@Singleton
class Upkeep {
    private final NoticeUpkeep notices;
    private final ReadingUpkeep readings;
    private final SessionUpkeep sessions;
    private final EventUpkeep events;

    @Inject
    Upkeep(NoticeUpkeep notices, ReadingUpkeep readings, SessionUpkeep sessions, EventUpkeep events) {
        this.notices = notices;
        this.readings = readings;
        this.sessions = sessions;
        this.events = events;
    }

    void start() {
        notices.start();
        readings.start();
        sessions.start();
        events.start();
    }

    void stop() {
        events.stop();
        sessions.stop();
        readings.stop();
        notices.stop();
    }
}
