package org.ohmstead.diagnosis;

import static org.jooq.impl.DSL.lower;
import static org.ohmstead.db.schema.Tables.CONNECTION;
import static org.ohmstead.db.schema.Tables.CONNECTION_ATTEMPT;
import static org.ohmstead.db.schema.Tables.CONNECTOR;
import static org.ohmstead.db.schema.Tables.CONNECTOR_BLOCK;
import static org.ohmstead.db.schema.Tables.STATION_ALERT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.stations.StationRef;

/** What is kept of a station around a moment: connections, connectors, blocks, alerts. */
@Singleton
public class SqlStationEvidence {
    private static final int MOST = 20;
    /** OCPP 2.x EventDataType: up to 3 the station cannot do its work. */
    private static final int GRAVE = 3;

    private final Database database;

    @Inject
    public SqlStationEvidence(Database database) {
        this.database = database;
    }

    record Link(
            Instant opened,
            @Nullable Instant closed,
            @Nullable Integer closeCode,
            @Nullable String closeReason) {
        boolean isOpenAt(Instant moment) {
            return !opened.isAfter(moment) && (closed == null || closed.isAfter(moment));
        }
    }

    record Knock(Instant at, String reason, @Nullable String detail) {}

    record Plug(
            int evse,
            int connector,
            String status,
            @Nullable String errorCode,
            Instant since) {}

    record Block(int evse, int connector, String reason, String by, Instant at) {}

    record Alert(
            long id, Instant at, String place, @Nullable Integer severity) {}

    /** Those that had begun, the newest first. */
    List<Link> links(Question question) {
        StationRef station = question.station();
        return database.read(station.scope())
                .selectFrom(CONNECTION)
                .where(CONNECTION.TENANT_ID.eq(station.tenant()))
                .and(CONNECTION.STATION_ID.eq(station.id()))
                .and(CONNECTION.OPENED_AT.le(question.to()))
                .orderBy(CONNECTION.ID.desc())
                .limit(MOST)
                .fetch(row -> new Link(row.getOpenedAt(), row.getClosedAt(), row.getCloseCode(), row.getCloseReason()));
    }

    /** The newest one that was turned away. */
    Optional<Knock> knock(Question question) {
        StationRef station = question.station();
        return database.read(station.scope())
                .selectFrom(CONNECTION_ATTEMPT)
                .where(CONNECTION_ATTEMPT.TENANT_ID.eq(station.tenant()))
                .and(lower(CONNECTION_ATTEMPT.IDENTITY).eq(station.identity().toLowerCase(Locale.ROOT)))
                .and(CONNECTION_ATTEMPT.LAST_AT.between(question.from(), question.to()))
                .orderBy(CONNECTION_ATTEMPT.ID.desc())
                .limit(1)
                .fetchOptional(row -> new Knock(row.getLastAt(), row.getReason(), row.getDetail()));
    }

    /** With EVSE 0, the station as a whole. */
    List<Plug> plugs(StationRef station) {
        return database.read(station.scope())
                .selectFrom(CONNECTOR)
                .where(CONNECTOR.TENANT_ID.eq(station.tenant()))
                .and(CONNECTOR.STATION_ID.eq(station.id()))
                .orderBy(CONNECTOR.EVSE, CONNECTOR.CONNECTOR_)
                .fetch(row -> new Plug(
                        row.getEvse(), row.getConnector(), row.getStatus(), row.getErrorCode(), row.getReceivedAt()));
    }

    List<Block> blocks(Question question) {
        StationRef station = question.station();
        return database.read(station.scope())
                .selectFrom(CONNECTOR_BLOCK)
                .where(CONNECTOR_BLOCK.TENANT_ID.eq(station.tenant()))
                .and(CONNECTOR_BLOCK.STATION_ID.eq(station.id()))
                .and(CONNECTOR_BLOCK.BLOCKED_AT.le(question.to()))
                .and(CONNECTOR_BLOCK.LIFTED_AT.isNull().or(CONNECTOR_BLOCK.LIFTED_AT.gt(question.from())))
                .and(CONNECTOR_BLOCK.ENDS_AT.isNull().or(CONNECTOR_BLOCK.ENDS_AT.gt(question.from())))
                .orderBy(CONNECTOR_BLOCK.EVSE, CONNECTOR_BLOCK.CONNECTOR)
                .limit(MOST)
                .fetch(row -> new Block(
                        row.getEvse(), row.getConnector(), row.getReason(), row.getBlockedBy(), row.getBlockedAt()));
    }

    Optional<Alert> graveAlert(Question question) {
        StationRef station = question.station();
        return database.read(station.scope())
                .selectFrom(STATION_ALERT)
                .where(STATION_ALERT.TENANT_ID.eq(station.tenant()))
                .and(STATION_ALERT.STATION_ID.eq(station.id()))
                .and(STATION_ALERT.SEVERITY.le(GRAVE))
                .and(STATION_ALERT.RAISED_AT.le(question.to()))
                .and(STATION_ALERT.ENDED_AT.isNull().or(STATION_ALERT.ENDED_AT.ge(question.at())))
                .orderBy(STATION_ALERT.ID.desc())
                .limit(1)
                .fetchOptional(row -> new Alert(row.getId(), row.getRaisedAt(), row.getPlace(), row.getSeverity()));
    }
}
