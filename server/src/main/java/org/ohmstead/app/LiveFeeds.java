package org.ohmstead.app;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.commands.bulk.BulkCommandFeed;
import org.ohmstead.eventstream.LiveEvents;
import org.ohmstead.messagelog.MessageLog;
import org.ohmstead.monitoring.streams.StreamValues;
import org.ohmstead.organisations.SuspendedLinks;
import org.ohmstead.partners.PartnerFeed;

/** What stands open to readers and stations, and who ends it: a suspended organisation its own, the server's end all. */
@Singleton
class LiveFeeds {
    private final MessageLog log;
    private final PartnerFeed partners;
    private final BulkCommandFeed bulkCommands;
    private final LiveEvents events;
    private final SuspendedLinks suspended;
    private final StreamValues values;

    @Inject
    LiveFeeds(
            MessageLog log,
            PartnerFeed partners,
            BulkCommandFeed bulkCommands,
            LiveEvents events,
            SuspendedLinks suspended,
            StreamValues values) {
        this.log = log;
        this.values = values;
        this.partners = partners;
        this.bulkCommands = bulkCommands;
        this.events = events;
        this.suspended = suspended;
    }

    void start() {
        log.start();
        values.start();
        suspended.watch();
    }

    /** What is left of the log and of streams is on disk then. */
    void close() {
        values.close();
        log.close();
    }

    MessageLog log() {
        return log;
    }

    void end() {
        log.endTails();
        partners.end();
        bulkCommands.end();
        events.end();
        suspended.end();
    }
}
