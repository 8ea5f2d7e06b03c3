package org.ohmstead.commands;

import static org.ohmstead.db.schema.Tables.COMMAND;
import static org.ohmstead.db.schema.Tables.STATION;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.ohmstead.access.Actor;
import org.ohmstead.commands.StoredCommand.State;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.secrets.Secrets;
import org.ohmstead.stations.StationRef;

/** A row of the table of commands, and how it is read. */
final class SqlCommandRow {
    private SqlCommandRow() {}

    static SelectConditionStep<Record> select(DSLContext sql, Condition where) {
        return sql.select(COMMAND.asterisk(), STATION.IDENTITY)
                .from(COMMAND)
                .join(STATION)
                .on(STATION.ID.eq(COMMAND.STATION_ID))
                .where(where);
    }

    /** What waits is read as it is to be sent; of everything else nobody sees what is secret. */
    static StoredCommand read(Record row) {
        StationRef station =
                new StationRef(row.get(COMMAND.TENANT_ID), row.get(COMMAND.STATION_ID), row.get(STATION.IDENTITY));
        String version = row.get(COMMAND.VERSION);
        State state = State.of(row.get(COMMAND.STATE));
        JsonNode payload = StoredJson.read(row.get(COMMAND.PAYLOAD_JSON));
        StoredCommand open = new StoredCommand(
                row.get(COMMAND.ID),
                station,
                row.get(COMMAND.ACTION),
                version == null ? null : OcppVersion.ofNumber(version).orElse(null),
                state == State.QUEUED ? payload : Secrets.masked(payload),
                actor(row, station.tenant()),
                state,
                Duration.ofMillis(row.get(COMMAND.PATIENCE_MILLIS)),
                row.get(COMMAND.CREATED_AT),
                row.get(COMMAND.EXPIRES_AT),
                row.get(COMMAND.SENT_AT),
                null);
        String result = row.get(COMMAND.RESULT_JSON);
        return result == null
                ? open
                : open.with(ResultJson.read(
                        open,
                        CommandResult.How.of(row.get(COMMAND.OUTCOME)),
                        result,
                        row.get(COMMAND.ENDED_AT),
                        row.get(COMMAND.TOOK_MILLIS)));
    }

    private static Actor actor(Record row, long tenant) {
        return Actor.of(
                tenant, row.get(COMMAND.ACTOR), new Actor.Origin(row.get(COMMAND.ADDRESS), row.get(COMMAND.REQUEST)));
    }
}
