package org.ohmstead.messages;

import static org.ohmstead.db.schema.Tables.MESSAGE;
import static org.ohmstead.db.schema.Tables.STATION;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.GroupCommit;
import org.ohmstead.ocpp.codec.Deviation;

/** The messages' table. */
@ApplicationScoped
public class SqlMessageStore {
    private static final String INSERT = """
            insert into message (tenant_id, station_id, connection_id, logged_at, direction, kind, action, message_id, \
            frame, deviations_json) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final TypeReference<List<Deviation>> DEVIATIONS = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlMessageStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** After a commit whose outcome is unknown a message may stand twice; the trace is no fact. */
    void add(List<Entry> entries) {
        commits.write(GroupCommit.BACKGROUND, tx -> {
            for (Entry entry : entries) {
                tx.later(
                        INSERT,
                        entry.tenant(),
                        entry.station(),
                        entry.connection(),
                        entry.at(),
                        entry.direction().word(),
                        entry.kind(),
                        storable(entry.action()),
                        storable(entry.messageId()),
                        storable(Secrets.masked(entry.action(), entry.frame())),
                        entry.deviations().isEmpty() ? null : storable(json(entry.deviations())));
            }
            return null;
        });
    }

    /** PostgreSQL keeps no NUL in a text, and broken stations send it. */
    private static @Nullable String storable(@Nullable String text) {
        return text == null || text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }

    /** @return how many were deleted, at most {@code atOnce} */
    int deleteOlderThan(Instant limit, int atOnce) {
        return commits.write(GroupCommit.BACKGROUND, tx -> tx.sql()
                .deleteFrom(MESSAGE)
                .where(MESSAGE.ID.in(DSL.select(MESSAGE.ID)
                        .from(MESSAGE)
                        .where(MESSAGE.LOGGED_AT.lt(limit))
                        .limit(atOnce)))
                .execute());
    }

    /** Newest first. */
    List<Message> page(MessageFilter filter, int rows, @Nullable Cursor after) {
        Condition where = MESSAGE.TENANT_ID.eq(filter.tenant());
        if (after != null) {
            where = where.and(MESSAGE.ID.lt(after.id()));
        }
        if (filter.station() != null) {
            where = where.and(MESSAGE.STATION_ID.eq(filter.station()));
        }
        if (filter.action() != null) {
            where = where.and(MESSAGE.ACTION.eq(filter.action()));
        }
        if (filter.from() != null) {
            where = where.and(MESSAGE.LOGGED_AT.ge(filter.from()));
        }
        if (filter.to() != null) {
            where = where.and(MESSAGE.LOGGED_AT.lt(filter.to()));
        }
        if (filter.direction() != null) {
            where = where.and(MESSAGE.DIRECTION.eq(filter.direction().word()));
        }
        return database.read()
                .select(MESSAGE.asterisk(), STATION.IDENTITY)
                .from(MESSAGE)
                .leftJoin(STATION)
                .on(STATION.ID.eq(MESSAGE.STATION_ID))
                .where(where)
                .orderBy(MESSAGE.ID.desc())
                .limit(rows)
                .fetch(SqlMessageStore::message);
    }

    Optional<Long> station(long tenant, String identity) {
        return database.read()
                .select(STATION.ID)
                .from(STATION)
                .where(STATION.TENANT_ID.eq(tenant))
                .and(STATION.IDENTITY_KEY.eq(identity.toLowerCase(Locale.ROOT)))
                .fetchOptional(STATION.ID);
    }

    Optional<String> identity(long station) {
        return database.read()
                .select(STATION.IDENTITY)
                .from(STATION)
                .where(STATION.ID.eq(station))
                .fetchOptional(STATION.IDENTITY);
    }

    private static Message message(Record row) {
        return new Message(
                row.get(MESSAGE.ID),
                row.get(STATION.IDENTITY),
                row.get(MESSAGE.CONNECTION_ID),
                row.get(MESSAGE.LOGGED_AT),
                row.get(MESSAGE.DIRECTION),
                row.get(MESSAGE.KIND),
                row.get(MESSAGE.ACTION),
                row.get(MESSAGE.MESSAGE_ID),
                row.get(MESSAGE.FRAME),
                deviations(row.get(MESSAGE.DEVIATIONS_JSON)));
    }

    private static String json(List<Deviation> deviations) {
        try {
            return JSON.writeValueAsString(deviations);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<Deviation> deviations(@Nullable String json) {
        try {
            return json == null ? List.of() : JSON.readValue(json, DEVIATIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The deviations of a message are no JSON", e);
        }
    }
}
