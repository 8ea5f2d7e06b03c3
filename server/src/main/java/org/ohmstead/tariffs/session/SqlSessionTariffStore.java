package org.ohmstead.tariffs.session;

import static org.ohmstead.db.schema.Tables.SESSION_TARIFF;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.Origin;
import org.ohmstead.db.Database;
import org.ohmstead.db.keys.KeptText;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.SessionTariffRecord;
import org.ohmstead.events.Outbox;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.stations.StationRef;
import org.ohmstead.tariffs.session.SessionTariff.Cost;
import org.ohmstead.tariffs.session.SessionTariff.InUse;
import org.ohmstead.tariffs.session.SessionTariff.State;
import org.ohmstead.tariffs.session.SessionTariff.ToldCost;
import org.ohmstead.tariffs.session.SessionTariff.Wanted;

/** The rows of tariffs of sessions. They go by the station's id of the session, which messages and commands have. */
@Singleton
public class SqlSessionTariffStore {
    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlSessionTariffStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    /** Nothing where nothing is known. */
    SessionTariff find(StationRef station, String transaction) {
        return find(database.read(station.scope()), station, transaction).orElse(SessionTariff.NOTHING);
    }

    private static Optional<SessionTariff> find(DSLContext sql, StationRef station, String transaction) {
        return sql.selectFrom(SESSION_TARIFF)
                .where(of(station, transaction))
                .fetchOptional(SqlSessionTariffStore::read);
    }

    /** An event tells something. Most tell what is known, which is nothing to write. */
    void reported(StationRef station, SessionTariffReport report, Instant now) {
        SessionTariff known = find(station, report.transaction());
        if (known.after(report).equals(known)) {
            return;
        }
        commits.write(station.scope(), station.id(), tx -> {
            SessionTariff before = change(tx, station, report.transaction(), each -> each.after(report));
            SessionTariff after = before.after(report);
            InUse inUse = after.inUse();
            if (inUse != null && !inUse.equals(before.inUse())) {
                outbox.append(
                        tx,
                        new SessionTariffChanged(
                                station.tenant(),
                                station.id(),
                                now,
                                station.identity(),
                                report.transaction(),
                                inUse.id(),
                                inUse.isRefused()));
            }
            Cost cost = after.cost();
            if (cost != null && cost.isFinal() && !cost.equals(before.cost())) {
                outbox.append(
                        tx,
                        new SessionCostCalculated(
                                station.tenant(),
                                station.id(),
                                now,
                                station.identity(),
                                report.transaction(),
                                cost.details().path("totalCost")));
            }
            return true;
        });
    }

    /** @return how it was before */
    SessionTariff change(Tx tx, StationRef station, String transaction, UnaryOperator<SessionTariff> rule) {
        SessionTariff before = find(tx.sql(), station, transaction).orElse(SessionTariff.NOTHING);
        SessionTariff after = rule.apply(before);
        if (!after.equals(before)) {
            Map<Field<?>, @Nullable Object> values = values(after);
            tx.sql()
                    .insertInto(SESSION_TARIFF)
                    .set(SESSION_TARIFF.TENANT_ID, station.tenant())
                    .set(SESSION_TARIFF.STATION_ID, station.id())
                    .set(SESSION_TARIFF.TRANSACTION_KEY, key(transaction))
                    .set(values)
                    .onConflict(SESSION_TARIFF.TENANT_ID, SESSION_TARIFF.STATION_ID, SESSION_TARIFF.TRANSACTION_KEY)
                    .doUpdate()
                    .set(values)
                    .execute();
        }
        return before;
    }

    private static String key(String transaction) {
        return Origin.key(KeptText.of(transaction));
    }

    private static Condition of(StationRef station, String transaction) {
        return SESSION_TARIFF
                .TENANT_ID
                .eq(station.tenant())
                .and(SESSION_TARIFF.STATION_ID.eq(station.id()))
                .and(SESSION_TARIFF.TRANSACTION_KEY.eq(key(transaction)));
    }

    private static Map<Field<?>, @Nullable Object> values(SessionTariff tariff) {
        InUse inUse = tariff.inUse();
        Wanted wanted = tariff.wanted();
        ToldCost told = tariff.told();
        Cost cost = tariff.cost();
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(SESSION_TARIFF.TARIFF_NAME, inUse == null ? null : inUse.id());
        values.put(SESSION_TARIFF.IS_REFUSED, inUse != null && inUse.isRefused());
        values.put(SESSION_TARIFF.TARIFF_AT, inUse == null ? null : inUse.at());
        values.put(SESSION_TARIFF.WANTED_NAME, wanted == null ? null : wanted.id());
        values.put(
                SESSION_TARIFF.WANTED_JSON,
                wanted == null ? null : wanted.tariff().toString());
        values.put(
                SESSION_TARIFF.WANTED_STATE,
                wanted == null ? null : wanted.state().word());
        values.put(SESSION_TARIFF.WANTED_SAID, wanted == null ? null : wanted.said());
        values.put(SESSION_TARIFF.WANTED_BY, wanted == null ? null : wanted.by());
        values.put(SESSION_TARIFF.WANTED_AT, wanted == null ? null : wanted.at());
        values.put(SESSION_TARIFF.TOLD_COST, told == null ? null : told.amount().toPlainString());
        values.put(SESSION_TARIFF.TOLD_OUTCOME, told == null ? null : told.outcome());
        values.put(SESSION_TARIFF.TOLD_BY, told == null ? null : told.by());
        values.put(SESSION_TARIFF.TOLD_AT, told == null ? null : told.at());
        values.put(
                SESSION_TARIFF.COST_JSON, cost == null ? null : cost.details().toString());
        values.put(SESSION_TARIFF.COST_AT, cost == null ? null : cost.at());
        values.put(SESSION_TARIFF.IS_COST_FINAL, cost != null && cost.isFinal());
        return values;
    }

    private static SessionTariff read(SessionTariffRecord row) {
        Instant tariffAt = row.getTariffAt();
        Instant costAt = row.getCostAt();
        return new SessionTariff(
                tariffAt == null ? null : new InUse(row.getTariffName(), row.getIsRefused(), tariffAt),
                wanted(row),
                told(row),
                costAt == null ? null : new Cost(json(row.getCostJson()), costAt, row.getIsCostFinal()));
    }

    private static @Nullable Wanted wanted(SessionTariffRecord row) {
        String id = row.getWantedName();
        return id == null
                ? null
                : new Wanted(
                        id,
                        json(row.getWantedJson()),
                        State.of(row.getWantedState()),
                        row.getWantedSaid(),
                        row.getWantedBy(),
                        row.getWantedAt());
    }

    private static @Nullable ToldCost told(SessionTariffRecord row) {
        String amount = row.getToldCost();
        return amount == null
                ? null
                : new ToldCost(new BigDecimal(amount), row.getToldOutcome(), row.getToldBy(), row.getToldAt());
    }

    private static JsonNode json(@Nullable String text) {
        return StoredJson.read(Objects.requireNonNull(text));
    }
}
