package org.ohmstead.charging;

import static org.ohmstead.db.schema.Tables.METER_READING;
import static org.ohmstead.db.schema.Tables.SESSION_EVENT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Row2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Problem;
import org.ohmstead.db.Database;
import org.ohmstead.db.schema.tables.records.MeterReadingRecord;
import org.ohmstead.db.schema.tables.records.SessionEventRecord;

/**
 * The trail of a session, in the order in which it came. Messages that changed something and those that brought nothing but
 * readings are kept in two tables, and are one trail here.
 */
@Singleton
public class SqlEvidencePages {
    private final Database database;

    @Inject
    public SqlEvidencePages(Database database) {
        this.database = database;
    }

    /** @param key even: an event; odd: a reading; so that no two steps have the same */
    private record Step(long key, EvidenceView view) {
        Instant at() {
            return view.receivedAt();
        }
    }

    Page<EvidenceView> page(ChargingSession session, Limit limit, @Nullable Cursor after) {
        Row2<Instant, Long> last = last(after);
        List<Step> steps = Stream.concat(events(session, limit, last).stream(), readings(session, limit, last).stream())
                .sorted(Comparator.comparing(Step::at).thenComparingLong(Step::key))
                .limit(limit.rows() + 1L)
                .toList();
        return Page.of(steps, limit, step -> Cursor.at(step.at().toString(), Long.toString(step.key())))
                .map(Step::view);
    }

    private List<Step> events(ChargingSession session, Limit limit, Row2<Instant, Long> last) {
        return database.read()
                .selectFrom(SESSION_EVENT)
                .where(SESSION_EVENT.TENANT_ID.eq(session.origin().station().tenant()))
                .and(SESSION_EVENT.SESSION_ID.eq(session.id()))
                .and(DSL.row(SESSION_EVENT.RECEIVED_AT, SESSION_EVENT.ID.mul(2L))
                        .gt(last))
                .orderBy(SESSION_EVENT.RECEIVED_AT, SESSION_EVENT.ID)
                .limit(limit.rows() + 1)
                .fetch(SqlEvidencePages::step);
    }

    private List<Step> readings(ChargingSession session, Limit limit, Row2<Instant, Long> last) {
        return database.read()
                .selectFrom(METER_READING)
                .where(METER_READING.TENANT_ID.eq(session.origin().station().tenant()))
                .and(METER_READING.SESSION_ID.eq(session.id()))
                .and(DSL.row(METER_READING.RECEIVED_AT, METER_READING.ID.mul(2L).add(1L))
                        .gt(last))
                .orderBy(METER_READING.RECEIVED_AT, METER_READING.ID)
                .limit(limit.rows() + 1)
                .fetch(row -> step(row, session.origin().isNumbered()));
    }

    private static Step step(SessionEventRecord row) {
        return new Step(
                row.getId() * 2,
                new EvidenceView(
                        row.getKind(),
                        row.getAction(),
                        row.getMessageId(),
                        row.getSeqNo(),
                        row.getTriggerWord(),
                        row.getStationAt(),
                        row.getReceivedAt(),
                        row.getIsOffline(),
                        row.getDetailJson()));
    }

    private static Step step(MeterReadingRecord row, boolean numbered) {
        return new Step(
                row.getId() * 2 + 1,
                new EvidenceView(
                        "reading",
                        numbered ? "MeterValues" : "TransactionEvent",
                        row.getMessageId(),
                        row.getSeqNo(),
                        null,
                        row.getStationAt() == null ? row.getSampledAt() : row.getStationAt(),
                        row.getReceivedAt(),
                        false,
                        row.getSampledJson()));
    }

    private static Row2<Instant, Long> last(@Nullable Cursor after) {
        if (after == null) {
            return DSL.row(Instant.EPOCH, 0L);
        }
        try {
            return DSL.row(Instant.parse(after.key(0, 2)), Long.valueOf(after.key(1, 2)));
        } catch (DateTimeParseException | NumberFormatException e) {
            throw Problem.invalid(
                    "cursor", "cursor is none of this list. Take it unchanged from next of the page before.");
        }
    }
}
