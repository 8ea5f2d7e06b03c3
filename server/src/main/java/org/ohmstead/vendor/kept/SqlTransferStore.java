package org.ohmstead.vendor.kept;

import static org.ohmstead.db.schema.Tables.DATA_TRANSFER;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.ageing.Growth;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.stations.StationRef;

/** The table of vendors' messages. */
@Singleton
public class SqlTransferStore {
    /** So many of a station stay, the newest. */
    static final int MOST = 5_000;

    private final Database database;
    private final GroupCommit commits;
    private final Growth<StationRef> growth = new Growth<>(MOST / 10);

    @Inject
    public SqlTransferStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** Which ones a list shows; null: whatever. @param vendor in any case */
    record Filter(
            @Nullable Boolean inbound,
            @Nullable String vendor,
            @Nullable Instant from,
            @Nullable Instant to) {}

    void received(StationRef station, KeptTransfer transfer, Consumer<Tx> also) {
        commits.write(station.scope(), station.id(), tx -> {
            insert(tx, station, transfer);
            also.accept(tx);
            return null;
        });
    }

    /** One that has a command stands once. */
    void insert(Tx tx, StationRef station, KeptTransfer transfer) {
        tx.sql()
                .insertInto(DATA_TRANSFER)
                .set(DATA_TRANSFER.TENANT_ID, station.tenant())
                .set(DATA_TRANSFER.STATION_ID, station.id())
                .set(DATA_TRANSFER.IS_INBOUND, transfer.inbound())
                .set(DATA_TRANSFER.VENDOR, transfer.vendorId())
                .set(DATA_TRANSFER.MESSAGE, transfer.messageId())
                .set(DATA_TRANSFER.DATA_JSON, text(transfer.data()))
                .set(DATA_TRANSFER.STATUS, transfer.status())
                .set(DATA_TRANSFER.ANSWER_JSON, text(transfer.answer()))
                .set(DATA_TRANSFER.COMMAND_ID, transfer.command())
                .set(DATA_TRANSFER.OUTCOME, transfer.outcome())
                .set(DATA_TRANSFER.RECEIVED_AT, transfer.at())
                .onConflict(DATA_TRANSFER.TENANT_ID, DATA_TRANSFER.COMMAND_ID)
                .doNothing()
                .execute();
        growth.add(station, 1);
    }

    /** What went to the station has come to its end. */
    void answered(
            Tx tx,
            StationRef station,
            long command,
            String outcome,
            @Nullable String status,
            @Nullable JsonNode answer) {
        tx.sql()
                .update(DATA_TRANSFER)
                .set(DATA_TRANSFER.OUTCOME, outcome)
                .set(DATA_TRANSFER.STATUS, status)
                .set(DATA_TRANSFER.ANSWER_JSON, text(answer))
                .where(of(station))
                .and(DATA_TRANSFER.COMMAND_ID.eq(command))
                .execute();
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null ? null : node.toString();
    }

    List<KeptTransfer> before(StationRef station, Filter filter, int rows, @Nullable Cursor after) {
        Condition where = of(station);
        if (filter.inbound() != null) {
            where = where.and(DATA_TRANSFER.IS_INBOUND.eq(filter.inbound()));
        }
        if (filter.vendor() != null) {
            where = where.and(DSL.lower(DATA_TRANSFER.VENDOR).eq(DSL.lower(DSL.val(filter.vendor()))));
        }
        if (filter.from() != null) {
            where = where.and(DATA_TRANSFER.RECEIVED_AT.ge(filter.from()));
        }
        if (filter.to() != null) {
            where = where.and(DATA_TRANSFER.RECEIVED_AT.lt(filter.to()));
        }
        return database.read(station.scope())
                .selectFrom(DATA_TRANSFER)
                .where(after == null ? where : where.and(DATA_TRANSFER.ID.lt(after.id())))
                .orderBy(DATA_TRANSFER.ID.desc())
                .limit(rows)
                .fetch(row -> new KeptTransfer(
                        row.getId(),
                        row.getIsInbound(),
                        row.getVendor(),
                        row.getMessage(),
                        json(row.getDataJson()),
                        row.getStatus(),
                        json(row.getAnswerJson()),
                        row.getCommandId(),
                        row.getOutcome(),
                        row.getReceivedAt()));
    }

    private static @Nullable JsonNode json(@Nullable String text) {
        return text == null ? null : StoredJson.read(text);
    }

    private static Condition of(StationRef station) {
        return DATA_TRANSFER.TENANT_ID.eq(station.tenant()).and(DATA_TRANSFER.STATION_ID.eq(station.id()));
    }

    public void pruneBefore(Instant end) {
        new OldRows(DATA_TRANSFER, DATA_TRANSFER.ID, DATA_TRANSFER.RECEIVED_AT, SmallSteps.ROWS)
                .deleteBefore(end, database, commits);
    }

    /** Of stations that send without end the newest stay. */
    public void pruneBeyondMost() {
        growth.take()
                .forEach(station ->
                        SmallSteps.run(() -> commits.write(station.scope(), GroupCommit.UPKEEP, tx -> tx.sql()
                                        .deleteFrom(DATA_TRANSFER)
                                        .where(DATA_TRANSFER.ID.in(DSL.select(DATA_TRANSFER.ID)
                                                .from(DATA_TRANSFER)
                                                .where(of(station))
                                                .orderBy(DATA_TRANSFER.ID.desc())
                                                .limit(SmallSteps.ROWS)
                                                .offset(MOST)))
                                        .execute())
                                == SmallSteps.ROWS));
    }
}
