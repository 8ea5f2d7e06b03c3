package org.ohmstead.displaymessages;

import static org.ohmstead.db.schema.Tables.DISPLAY_MESSAGE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.schema.tables.records.DisplayMessageRecord;
import org.ohmstead.ocpp.codec.values.Json;
import org.ohmstead.stations.StationRef;

/** The rows of messages on displays. */
@Singleton
public class SqlDisplayMessageStore {
    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlDisplayMessageStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** In the order of their ids. */
    List<DisplayMessage> after(StationRef station, long id, int rows) {
        return database.read()
                .selectFrom(DISPLAY_MESSAGE)
                .where(of(station))
                .and(DISPLAY_MESSAGE.MESSAGE_ID.gt(id))
                .orderBy(DISPLAY_MESSAGE.MESSAGE_ID)
                .limit(rows)
                .fetch(SqlDisplayMessageStore::read);
    }

    Optional<DisplayMessage> find(StationRef station, long id) {
        return database.read()
                .selectFrom(DISPLAY_MESSAGE)
                .where(of(station))
                .and(DISPLAY_MESSAGE.MESSAGE_ID.eq(id))
                .fetchOptional(SqlDisplayMessageStore::read);
    }

    /** A command about a message has come to its end. */
    void told(StationRef station, DisplayMessage message) {
        DisplayMessage.Told last = Objects.requireNonNull(message.last());
        commits.write(station.id(), tx -> tx.sql()
                .insertInto(DISPLAY_MESSAGE)
                .set(DISPLAY_MESSAGE.TENANT_ID, station.tenant())
                .set(DISPLAY_MESSAGE.STATION_ID, station.id())
                .set(DISPLAY_MESSAGE.MESSAGE_ID, message.id())
                .set(DISPLAY_MESSAGE.MESSAGE_JSON, message.message().toString())
                .set(DISPLAY_MESSAGE.IS_SHOWN, message.shown())
                .set(DISPLAY_MESSAGE.OUTCOME, last.outcome())
                .set(DISPLAY_MESSAGE.SAID, last.said())
                .set(DISPLAY_MESSAGE.ACTOR, last.actor())
                .set(DISPLAY_MESSAGE.CHANGED_AT, message.changedAt())
                .onConflict(DISPLAY_MESSAGE.STATION_ID, DISPLAY_MESSAGE.MESSAGE_ID)
                .doUpdate()
                .set(DISPLAY_MESSAGE.MESSAGE_JSON, message.message().toString())
                .set(DISPLAY_MESSAGE.IS_SHOWN, message.shown())
                .set(DISPLAY_MESSAGE.OUTCOME, last.outcome())
                .set(DISPLAY_MESSAGE.SAID, last.said())
                .set(DISPLAY_MESSAGE.ACTOR, last.actor())
                .set(DISPLAY_MESSAGE.CHANGED_AT, message.changedAt())
                .execute());
    }

    /** The station has reported messages: it has these. Those that it was told to show stay with what was said about them. */
    void reported(StationRef station, List<DisplayMessage> messages) {
        commits.write(station.id(), tx -> {
            for (DisplayMessage message : messages) {
                tx.later(tx.sql()
                        .insertInto(DISPLAY_MESSAGE)
                        .set(DISPLAY_MESSAGE.TENANT_ID, station.tenant())
                        .set(DISPLAY_MESSAGE.STATION_ID, station.id())
                        .set(DISPLAY_MESSAGE.MESSAGE_ID, message.id())
                        .set(DISPLAY_MESSAGE.MESSAGE_JSON, message.message().toString())
                        .set(DISPLAY_MESSAGE.IS_SHOWN, true)
                        .set(DISPLAY_MESSAGE.CHANGED_AT, message.changedAt())
                        .set(DISPLAY_MESSAGE.REPORTED_AT, message.reportedAt())
                        .onConflict(DISPLAY_MESSAGE.STATION_ID, DISPLAY_MESSAGE.MESSAGE_ID)
                        .doUpdate()
                        .set(DISPLAY_MESSAGE.MESSAGE_JSON, message.message().toString())
                        .set(DISPLAY_MESSAGE.IS_SHOWN, true)
                        .set(DISPLAY_MESSAGE.CHANGED_AT, message.changedAt())
                        .set(DISPLAY_MESSAGE.REPORTED_AT, message.reportedAt()));
            }
            return null;
        });
    }

    /** The station has reported all that it has since a moment; what was there before, and is not among them, is gone. */
    void gone(StationRef station, Instant since, Instant now) {
        commits.write(station.id(), tx -> tx.sql()
                .update(DISPLAY_MESSAGE)
                .set(DISPLAY_MESSAGE.IS_SHOWN, false)
                .set(DISPLAY_MESSAGE.CHANGED_AT, now)
                .where(of(station))
                .and(DISPLAY_MESSAGE.IS_SHOWN.isDistinctFrom(false))
                .and(DISPLAY_MESSAGE.CHANGED_AT.lt(since))
                .execute());
    }

    private static Condition of(StationRef station) {
        return DISPLAY_MESSAGE.TENANT_ID.eq(station.tenant()).and(DISPLAY_MESSAGE.STATION_ID.eq(station.id()));
    }

    private static DisplayMessage read(DisplayMessageRecord row) {
        String outcome = row.getOutcome();
        return new DisplayMessage(
                row.getMessageId(),
                tree(row.getMessageJson()),
                row.getIsShown(),
                told(outcome, row),
                row.getChangedAt(),
                row.getReportedAt());
    }

    private static DisplayMessage.@Nullable Told told(@Nullable String outcome, DisplayMessageRecord row) {
        return outcome == null
                ? null
                : new DisplayMessage.Told(outcome, row.getSaid(), Objects.requireNonNull(row.getActor()));
    }

    private static ObjectNode tree(String json) {
        try {
            return (ObjectNode) Json.tree(json);
        } catch (JsonProcessingException written) {
            throw new IllegalStateException("a message in the database is no JSON: " + json, written);
        }
    }
}
