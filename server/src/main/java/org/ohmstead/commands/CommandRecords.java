package org.ohmstead.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import org.ohmstead.access.Actor;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.stations.StationChanges;
import org.ohmstead.stations.StationRef;

/**
 * What is recorded of commands. A command changes something in the station, where no transaction reaches: so it is on record
 * before it leaves, and without a record none leaves.
 */
@Singleton
public class CommandRecords {
    private final GroupCommit commits;
    private final AuditLog audit;

    @Inject
    public CommandRecords(GroupCommit commits, AuditLog audit) {
        this.commits = commits;
        this.audit = audit;
    }

    /**
     * A command is about to leave. Blocks until that is on disk.
     *
     * @throws org.ohmstead.db.StoreUnavailable if it cannot be; then the command must not leave
     */
    void leaving(Actor by, StationRef station, Command command) {
        JsonNode payload = command.payload() == null ? JsonNodeFactory.instance.objectNode() : command.payload();
        record(by, station, "command", Map.of("command", command.action(), "payload", payload));
    }

    /** Its outcome is known. That of one that did leave is for the message log; one that did not is on record with that too. */
    void ended(Actor by, StationRef station, Command command, Outcome<?> outcome) {
        switch (outcome) {
            case Outcome.NotConnected<?> gone -> stayed(by, station, command, gone.why());
            case Outcome.Busy<?> busy -> stayed(by, station, command, busy.why());
            case Outcome.NotSupported<?> none -> stayed(by, station, command, none.why());
            case Outcome.Answered<?> _,
                    Outcome.Unreadable<?> _,
                    Outcome.Refused<?> _,
                    Outcome.TimedOut<?> _,
                    Outcome.ConnectionLost<?> _ -> {}
        }
    }

    private void stayed(Actor by, StationRef station, Command command, String why) {
        record(by, station, "command-not-sent", Map.of("command", command.action(), "because", why));
    }

    private void record(Actor by, StationRef station, String what, Map<String, Object> words) {
        commits.write(station.scope(), station.id(), tx -> {
            audit.record(tx, by, StationChanges.done(station, what, words));
            return true;
        });
    }
}
