package org.ohmstead.charging.lists;

import static org.ohmstead.db.schema.Tables.METER_READING;
import static org.ohmstead.db.schema.Tables.SESSION_EVENT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.charging.session.ChargingSession;
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

    /** A row of either table. */
    private record Step(long id, boolean isReading, EvidenceView view) {}

    /** The last rows that have been shown. */
    private record Position(long event, long reading) {
        Position behind(Step step) {
            return step.isReading() ? new Position(event, step.id()) : new Position(step.id(), reading);
        }

        Cursor cursor() {
            return Cursor.at(Long.toString(event), Long.toString(reading));
        }
    }

    /** Each table is read in the order of its ids, which is that of arrival, and so from where the page before ended. */
    public Page<EvidenceView> page(ChargingSession session, Limit limit, @Nullable Cursor after) {
        Position begin = position(after);
        List<Step> steps =
                merged(events(session, limit, begin.event()), readings(session, limit, begin.reading()), limit);
        Position end = begin;
        for (Step step : steps.subList(0, Math.min(steps.size(), limit.rows()))) {
            end = end.behind(step);
        }
        Cursor next = end.cursor();
        return Page.of(steps, limit, step -> next).map(Step::view);
    }

    private static List<Step> merged(List<Step> events, List<Step> readings, Limit limit) {
        Deque<Step> some = new ArrayDeque<>(events);
        Deque<Step> others = new ArrayDeque<>(readings);
        List<Step> steps = new ArrayList<>();
        while (steps.size() <= limit.rows() && !(some.isEmpty() && others.isEmpty())) {
            boolean isReading = some.isEmpty() || (!others.isEmpty() && isEarlier(others.element(), some.element()));
            steps.add(isReading ? others.remove() : some.remove());
        }
        return steps;
    }

    private static boolean isEarlier(Step one, Step other) {
        return one.view().receivedAt().isBefore(other.view().receivedAt());
    }

    private List<Step> events(ChargingSession session, Limit limit, long after) {
        return database.read(session.origin().station().scope())
                .selectFrom(SESSION_EVENT)
                .where(SESSION_EVENT.TENANT_ID.eq(session.origin().station().tenant()))
                .and(SESSION_EVENT.SESSION_ID.eq(session.id()))
                .and(SESSION_EVENT.ID.gt(after))
                .orderBy(SESSION_EVENT.ID)
                .limit(limit.rows() + 1)
                .fetch(SqlEvidencePages::step);
    }

    private List<Step> readings(ChargingSession session, Limit limit, long after) {
        return database.read(session.origin().station().scope())
                .selectFrom(METER_READING)
                .where(METER_READING.TENANT_ID.eq(session.origin().station().tenant()))
                .and(METER_READING.SESSION_ID.eq(session.id()))
                .and(METER_READING.ID.gt(after))
                .orderBy(METER_READING.ID)
                .limit(limit.rows() + 1)
                .fetch(row -> step(row, session.origin().isNumbered()));
    }

    private static Step step(SessionEventRecord row) {
        return new Step(
                row.getId(),
                false,
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
                row.getId(),
                true,
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

    private static Position position(@Nullable Cursor after) {
        if (after == null) {
            return new Position(0, 0);
        }
        try {
            return new Position(Long.parseLong(after.key(0, 2)), Long.parseLong(after.key(1, 2)));
        } catch (NumberFormatException e) {
            throw Refused.invalid(
                    "cursor", "cursor is none of this list. Take it unchanged from next of the page before.");
        }
    }
}
