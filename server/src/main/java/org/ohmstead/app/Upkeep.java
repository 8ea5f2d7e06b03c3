package org.ohmstead.app;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.charging.ageing.ReadingUpkeep;
import org.ohmstead.charging.lifecycle.SessionUpkeep;
import org.ohmstead.reports.NoticeUpkeep;

/** What the slices do of themselves from time to time. */
@Singleton
class Upkeep {
    private final NoticeUpkeep notices;
    private final ReadingUpkeep readings;
    private final SessionUpkeep sessions;

    @Inject
    Upkeep(NoticeUpkeep notices, ReadingUpkeep readings, SessionUpkeep sessions) {
        this.notices = notices;
        this.readings = readings;
        this.sessions = sessions;
    }

    void start() {
        notices.start();
        readings.start();
        sessions.start();
    }

    void stop() {
        sessions.stop();
        readings.stop();
        notices.stop();
    }
}
