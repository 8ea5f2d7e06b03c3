package org.ohmstead.displaymessages;

import static org.ohmstead.db.schema.Tables.DISPLAY_MESSAGE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.Recording;
import org.ohmstead.db.Database;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.DisplayMessageRecord;
import org.ohmstead.ocpp.codec.values.Json;
import org.ohmstead.stations.StationRef;

/** The rows of messages on displays. */
@Singleton
public class SqlDisplayMessageStore {
    /** So many of a station are known at most. */
    static final int MOST = 1_000;

    private static final String ENTITY = "display-message";

    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlDisplayMessageStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** In the order of their ids. */
    List<DisplayMessage> after(StationRef station, long id, int rows) {
        return database.read(station.scope())
                .selectFrom(DISPLAY_MESSAGE)
                .where(of(station))
                .and(DISPLAY_MESSAGE.MESSAGE_ID.gt(id))
                .orderBy(DISPLAY_MESSAGE.MESSAGE_ID)
                .limit(rows)
                .fetch(SqlDisplayMessageStore::read);
    }

    Optional<DisplayMessage> find(StationRef station, long id) {
        return database.read(station.scope())
                .selectFrom(DISPLAY_MESSAGE)
                .where(of(station))
                .and(DISPLAY_MESSAGE.MESSAGE_ID.eq(id))
                .fetchOptional(SqlDisplayMessageStore::read);
    }

    /** @param isKept whether the message is written; else it is only told */
    record Change(DisplayMessage message, boolean isKept) {}

    /**
     * A command about a message has come to its end.
     *
     * @param rule how the message stands then, by how it stood (null: nobody knew it); asked once or more often
     */
    void change(Tx tx, StationRef station, long id, Function<@Nullable DisplayMessage, Change> rule, Recording by) {
        DisplayMessage before = tx.sql()
                .selectFrom(DISPLAY_MESSAGE)
                .where(of(station))
                .and(DISPLAY_MESSAGE.MESSAGE_ID.eq(id))
                .fetchOne(SqlDisplayMessageStore::read);
        Change change = rule.apply(before);
        if (change.isKept()) {
            put(tx, station, change.message());
            by.record(tx, entry(station, before, change.message()));
        }
    }

    private static AuditEntry entry(StationRef station, @Nullable DisplayMessage before, DisplayMessage after) {
        String id = station.identity() + "/" + after.id();
        DisplayMessageView view = DisplayMessageView.of(after);
        return before == null
                ? AuditEntry.created(ENTITY, id, view)
                : AuditEntry.changed(ENTITY, id, DisplayMessageView.of(before), view);
    }

    private static void put(Tx tx, StationRef station, DisplayMessage message) {
        Map<Field<?>, @Nullable Object> values = values(message);
        tx.sql()
                .insertInto(DISPLAY_MESSAGE)
                .set(DISPLAY_MESSAGE.TENANT_ID, station.tenant())
                .set(DISPLAY_MESSAGE.STATION_ID, station.id())
                .set(DISPLAY_MESSAGE.MESSAGE_ID, message.id())
                .set(values)
                .onConflict(DISPLAY_MESSAGE.STATION_ID, DISPLAY_MESSAGE.TENANT_ID, DISPLAY_MESSAGE.MESSAGE_ID)
                .doUpdate()
                .set(values)
                .execute();
    }

    private static Map<Field<?>, @Nullable Object> values(DisplayMessage message) {
        DisplayMessage.Told last = message.last();
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(DISPLAY_MESSAGE.MESSAGE_JSON, message.message().toString());
        values.put(DISPLAY_MESSAGE.IS_SHOWN, message.shown());
        values.put(DISPLAY_MESSAGE.ACTION, last == null ? null : last.action());
        values.put(DISPLAY_MESSAGE.OUTCOME, last == null ? null : last.outcome());
        values.put(DISPLAY_MESSAGE.SAID, last == null ? null : last.said());
        values.put(DISPLAY_MESSAGE.ACTOR, last == null ? null : last.actor());
        values.put(DISPLAY_MESSAGE.CHANGED_AT, message.changedAt());
        values.put(DISPLAY_MESSAGE.REPORTED_AT, message.reportedAt());
        return values;
    }

    /**
     * The station has reported messages: it has these. What was said about them stays. Beyond {@link #MOST} those go that changed
     * longest ago.
     */
    void reported(StationRef station, List<DisplayMessage> messages) {
        commits.write(station.scope(), station.id(), tx -> {
            for (DisplayMessage message : messages) {
                DisplayMessage before = tx.sql()
                        .selectFrom(DISPLAY_MESSAGE)
                        .where(of(station))
                        .and(DISPLAY_MESSAGE.MESSAGE_ID.eq(message.id()))
                        .fetchOne(SqlDisplayMessageStore::read);
                put(tx, station, before == null ? message : message.told(before.last()));
            }
            if (tx.sql().fetchCount(DISPLAY_MESSAGE, of(station)) > MOST) {
                tx.sql()
                        .deleteFrom(DISPLAY_MESSAGE)
                        .where(of(station))
                        .and(DISPLAY_MESSAGE.MESSAGE_ID.notIn(DSL.select(DISPLAY_MESSAGE.MESSAGE_ID)
                                .from(DISPLAY_MESSAGE)
                                .where(of(station))
                                .orderBy(DISPLAY_MESSAGE.CHANGED_AT.desc(), DISPLAY_MESSAGE.MESSAGE_ID.desc())
                                .limit(MOST)))
                        .execute();
            }
            return null;
        });
    }

    /** The station has reported all that it has since a moment; what was there before, and is not among them, is gone. */
    void gone(StationRef station, Instant since, Instant now) {
        commits.write(station.scope(), station.id(), tx -> {
            gone(tx, station, since, now);
            return null;
        });
    }

    void gone(Tx tx, StationRef station, Instant since, Instant now) {
        tx.sql()
                .update(DISPLAY_MESSAGE)
                .set(DISPLAY_MESSAGE.IS_SHOWN, false)
                .set(DISPLAY_MESSAGE.CHANGED_AT, now)
                .where(of(station))
                .and(DISPLAY_MESSAGE.IS_SHOWN.isDistinctFrom(false))
                .and(DISPLAY_MESSAGE.CHANGED_AT.lt(since))
                .execute();
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
                : new DisplayMessage.Told(
                        Objects.requireNonNull(row.getAction()),
                        outcome,
                        row.getSaid(),
                        Objects.requireNonNull(row.getActor()));
    }

    private static ObjectNode tree(String json) {
        try {
            return (ObjectNode) Json.tree(json);
        } catch (JsonProcessingException written) {
            throw new IllegalStateException("a message in the database is no JSON: " + json, written);
        }
    }
}
