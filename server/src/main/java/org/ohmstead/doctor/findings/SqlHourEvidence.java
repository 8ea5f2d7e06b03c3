package org.ohmstead.doctor.findings;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;
import static org.ohmstead.db.schema.Tables.COMMAND;
import static org.ohmstead.db.schema.Tables.CONNECTION;
import static org.ohmstead.db.schema.Tables.CONNECTOR;
import static org.ohmstead.db.schema.Tables.SECURITY_EVENT;
import static org.ohmstead.db.schema.Tables.STATION_DEVIATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.availability.ConnectorStatus;

/** What is kept of a station of the last hour. */
@Singleton
public class SqlHourEvidence {
    private static final int MOST = 50;

    private final Database database;

    @Inject
    public SqlHourEvidence(Database database) {
        this.database = database;
    }

    record Link(
            long id,
            String address,
            Instant opened,
            @Nullable Instant closed,
            @Nullable String reason) {
        boolean isReplaced() {
            return reason != null && reason.startsWith("replaced by");
        }
    }

    record Failed(long id, String action, String outcome, Instant at) {}

    record Told(String type, long occurred, Instant last, long id) {}

    record Broken(long occurred, String example, Instant last) {}

    record Faulted(int evse, int connector, @Nullable String error, Instant since) {}

    /** The newest first: those of the time, and the last one before. */
    List<Link> links(StationRef station) {
        return database.read(station.scope())
                .selectFrom(CONNECTION)
                .where(CONNECTION.TENANT_ID.eq(station.tenant()), CONNECTION.STATION_ID.eq(station.id()))
                .orderBy(CONNECTION.ID.desc())
                .limit(MOST)
                .fetch(row -> new Link(
                        row.getId(),
                        row.getRemoteAddress(),
                        row.getOpenedAt(),
                        row.getClosedAt(),
                        row.getCloseReason()));
    }

    /** Commands that came to nothing. */
    List<Failed> failed(StationRef station, Instant since) {
        return database.read(station.scope())
                .select(COMMAND.ID, COMMAND.ACTION, COMMAND.OUTCOME, COMMAND.ENDED_AT)
                .from(COMMAND)
                .where(COMMAND.TENANT_ID.eq(station.tenant()), COMMAND.STATION_ID.eq(station.id()))
                .and(COMMAND.ENDED_AT.ge(since))
                .and(COMMAND.OUTCOME.ne("answered"))
                .orderBy(COMMAND.ID.desc())
                .limit(MOST)
                .fetch(row -> new Failed(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** The most frequent type of security events. */
    Optional<Told> securityEvents(StationRef station, Instant since) {
        Field<BigDecimal> often = sum(SECURITY_EVENT.OCCURRED);
        Field<Instant> last = max(coalesce(SECURITY_EVENT.LAST_RECEIVED_AT, SECURITY_EVENT.RECEIVED_AT));
        return database.read(station.scope())
                .select(SECURITY_EVENT.TYPE, often, last, max(SECURITY_EVENT.ID))
                .from(SECURITY_EVENT)
                .where(SECURITY_EVENT.TENANT_ID.eq(station.tenant()), SECURITY_EVENT.STATION_ID.eq(station.id()))
                .and(SECURITY_EVENT.RECEIVED_AT.ge(since))
                .groupBy(SECURITY_EVENT.TYPE)
                .orderBy(often.desc())
                .limit(1)
                .fetchOptional(row -> new Told(row.value1(), row.value2().longValue(), row.value3(), row.value4()));
    }

    /** How often its messages differed, of those kinds that did so lately. */
    Optional<Broken> deviations(StationRef station, Instant since) {
        return database.read(station.scope())
                .selectFrom(STATION_DEVIATION)
                .where(STATION_DEVIATION.TENANT_ID.eq(station.tenant()))
                .and(STATION_DEVIATION.STATION_ID.eq(station.id()))
                .and(STATION_DEVIATION.LAST_AT.ge(since))
                .orderBy(STATION_DEVIATION.OCCURRED.desc())
                .limit(1)
                .fetchOptional(row -> new Broken(
                        row.getOccurred(),
                        row.getAction() + " " + row.getPath() + " (" + row.getRule() + ")",
                        row.getLastAt()));
    }

    /** What says that it is faulted, EVSE 0 for the station as a whole. */
    List<Faulted> faulted(StationRef station) {
        return database.read(station.scope())
                .selectFrom(CONNECTOR)
                .where(CONNECTOR.TENANT_ID.eq(station.tenant()), CONNECTOR.STATION_ID.eq(station.id()))
                .and(CONNECTOR.STATUS.eq(ConnectorStatus.FAULTED.word()))
                .orderBy(CONNECTOR.EVSE, CONNECTOR.CONNECTOR_)
                .limit(MOST)
                .fetch(row -> new Faulted(row.getEvse(), row.getConnector(), row.getErrorCode(), row.getReceivedAt()));
    }

    /** Connections that were opened since then. */
    long opened(StationRef station, Instant since) {
        return database.read(station.scope())
                .select(count())
                .from(CONNECTION)
                .where(CONNECTION.TENANT_ID.eq(station.tenant()), CONNECTION.STATION_ID.eq(station.id()))
                .and(CONNECTION.OPENED_AT.ge(since))
                .fetchSingle()
                .value1();
    }
}
