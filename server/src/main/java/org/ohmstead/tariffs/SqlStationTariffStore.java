package org.ohmstead.tariffs;

import static org.ohmstead.db.schema.Tables.STATION_TARIFF;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.StationTariffRecord;
import org.ohmstead.events.Outbox;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.stations.StationRef;
import org.ohmstead.tariffs.StationTariff.Place;
import org.ohmstead.tariffs.StationTariff.State;
import org.ohmstead.tariffs.StationTariff.Told;

/** The rows of tariffs at stations. They are written within the units of work of commands. */
@Singleton
public class SqlStationTariffStore {
    /** So many of a station are known at most. */
    static final int MOST = 1_000;

    private final Database database;
    private final Outbox outbox;

    @Inject
    public SqlStationTariffStore(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** A tariff with the number of its row. */
    record Numbered(long id, StationTariff tariff) {}

    List<Numbered> after(StationRef station, long id, int rows) {
        return database.read(station.scope())
                .selectFrom(STATION_TARIFF)
                .where(of(station))
                .and(STATION_TARIFF.ID.gt(id))
                .orderBy(STATION_TARIFF.ID)
                .limit(rows)
                .fetch(row -> new Numbered(row.getId(), read(row)));
    }

    /**
     * A command to set one has ended.
     *
     * @param state how it stands if nothing stood; null: nothing was sent
     */
    void set(Tx tx, StationRef station, StationTariff fresh, @Nullable State state) {
        StationTariff before = find(tx, station, fresh.place());
        if (state != State.INSTALLED && before != null && before.state() == State.INSTALLED) { // what stood stands
            put(tx, station, before.with(before.state(), fresh.last(), fresh.changedAt()));
        } else if (state != null) {
            if (state == State.INSTALLED) {
                replaced(tx, station, fresh);
            }
            change(tx, station, before, fresh.with(state, null, fresh.changedAt()));
            forgetBeyondMost(tx, station);
        }
    }

    /** One that is in force takes the place of what was; one for later stands beside it until then. */
    private void replaced(Tx tx, StationRef station, StationTariff fresh) {
        Instant now = fresh.changedAt();
        for (StationTariff each : all(tx, station)) {
            boolean isOfSame = each.place().kind().equals(StationTariff.DEFAULT)
                    && (fresh.place().evse() == 0
                            || fresh.place().evse() == each.place().evse());
            boolean yields =
                    each.place().id().equals(fresh.place().id()) || (fresh.isInForce(now) && each.isInForce(now));
            if (isOfSame
                    && yields
                    && each.state() != State.ABSENT
                    && !each.place().equals(fresh.place())) {
                change(tx, station, each, each.with(State.ABSENT, null, now));
            }
        }
    }

    /**
     * The station has listed what it has.
     *
     * @param evse it was asked about; null: all of it
     */
    void told(Tx tx, StationRef station, List<StationTariff> listed, @Nullable Integer evse, Instant now) {
        List<StationTariff> known = all(tx, station);
        Set<Place> places = listed.stream().map(StationTariff::place).collect(Collectors.toSet());
        Map<String, JsonNode> contents = new LinkedHashMap<>();
        for (StationTariff each : known) {
            JsonNode content = each.tariff();
            if (content != null) {
                contents.put(each.place().id(), content);
            }
            boolean isAsked = evse == null || evse == each.place().evse();
            if (isAsked && each.state() != State.ABSENT && !places.contains(each.place())) {
                change(tx, station, each, each.with(State.ABSENT, null, now));
            }
        }
        for (StationTariff each : listed) {
            StationTariff before = find(tx, station, each.place());
            change(
                    tx,
                    station,
                    before,
                    new StationTariff(
                            each.place(),
                            contents.get(each.place().id()),
                            each.validFrom(),
                            each.tokens(),
                            State.INSTALLED,
                            before == null ? null : before.last(),
                            now,
                            now));
        }
        forgetBeyondMost(tx, station);
    }

    /**
     * A command to clear some has ended.
     *
     * @param ids  tariffIds; empty: any
     * @param evse null: any
     */
    void cleared(
            Tx tx,
            StationRef station,
            Set<String> ids,
            @Nullable Integer evse,
            boolean areGone,
            Told told,
            Instant now) {
        for (StationTariff each : all(tx, station)) {
            boolean isMeant = (ids.isEmpty() || ids.contains(each.place().id()))
                    && (evse == null || evse == each.place().evse())
                    && each.state() != State.ABSENT;
            if (isMeant) {
                change(tx, station, each, each.with(areGone ? State.ABSENT : each.state(), told, now));
            }
        }
    }

    /** Writes it, and tells of it where it stands otherwise than before. */
    private void change(Tx tx, StationRef station, @Nullable StationTariff before, StationTariff after) {
        put(tx, station, after);
        if (before == null || before.state() != after.state()) {
            outbox.append(
                    tx,
                    new StationTariffChanged(
                            station.tenant(),
                            station.id(),
                            after.changedAt(),
                            station.identity(),
                            after.place().id(),
                            after.place().kind(),
                            after.place().evse(),
                            after.state().word()));
        }
    }

    private static void put(Tx tx, StationRef station, StationTariff tariff) {
        Map<Field<?>, @Nullable Object> values = values(tariff);
        tx.sql()
                .insertInto(STATION_TARIFF)
                .set(STATION_TARIFF.TENANT_ID, station.tenant())
                .set(STATION_TARIFF.STATION_ID, station.id())
                .set(STATION_TARIFF.KIND, tariff.place().kind())
                .set(STATION_TARIFF.EVSE, tariff.place().evse())
                .set(STATION_TARIFF.TARIFF_NAME, tariff.place().id())
                .set(values)
                .onConflict(
                        STATION_TARIFF.TENANT_ID,
                        STATION_TARIFF.STATION_ID,
                        STATION_TARIFF.KIND,
                        STATION_TARIFF.EVSE,
                        STATION_TARIFF.TARIFF_NAME)
                .doUpdate()
                .set(values)
                .execute();
    }

    private static Map<Field<?>, @Nullable Object> values(StationTariff tariff) {
        Told last = tariff.last();
        ArrayNode tokens = JsonNodeFactory.instance.arrayNode();
        tariff.tokens().forEach(tokens::add);
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        JsonNode content = tariff.tariff();
        values.put(STATION_TARIFF.TARIFF_JSON, content == null ? null : content.toString());
        values.put(STATION_TARIFF.VALID_FROM_AT, tariff.validFrom());
        values.put(STATION_TARIFF.TOKENS_JSON, tokens.isEmpty() ? null : tokens.toString());
        values.put(STATION_TARIFF.STATE, tariff.state().word());
        values.put(STATION_TARIFF.ACTION, last == null ? null : last.action());
        values.put(STATION_TARIFF.OUTCOME, last == null ? null : last.outcome());
        values.put(STATION_TARIFF.SAID, last == null ? null : last.said());
        values.put(STATION_TARIFF.ACTOR, last == null ? null : last.actor());
        values.put(STATION_TARIFF.CHANGED_AT, tariff.changedAt());
        values.put(STATION_TARIFF.REPORTED_AT, tariff.reportedAt());
        return values;
    }

    private static @Nullable StationTariff find(Tx tx, StationRef station, Place place) {
        return tx.sql()
                .selectFrom(STATION_TARIFF)
                .where(of(station))
                .and(STATION_TARIFF.KIND.eq(place.kind()))
                .and(STATION_TARIFF.EVSE.eq(place.evse()))
                .and(STATION_TARIFF.TARIFF_NAME.eq(place.id()))
                .fetchOne(SqlStationTariffStore::read);
    }

    private static List<StationTariff> all(Tx tx, StationRef station) {
        return tx.sql()
                .selectFrom(STATION_TARIFF)
                .where(of(station))
                .orderBy(STATION_TARIFF.ID)
                .fetch(SqlStationTariffStore::read);
    }

    private static void forgetBeyondMost(Tx tx, StationRef station) {
        if (tx.sql().fetchCount(STATION_TARIFF, of(station)) > MOST) {
            tx.sql()
                    .deleteFrom(STATION_TARIFF)
                    .where(of(station))
                    .and(STATION_TARIFF.ID.notIn(DSL.select(STATION_TARIFF.ID)
                            .from(STATION_TARIFF)
                            .where(of(station))
                            .orderBy(STATION_TARIFF.CHANGED_AT.desc(), STATION_TARIFF.ID.desc())
                            .limit(MOST)))
                    .execute();
        }
    }

    private static Condition of(StationRef station) {
        return STATION_TARIFF.TENANT_ID.eq(station.tenant()).and(STATION_TARIFF.STATION_ID.eq(station.id()));
    }

    private static StationTariff read(StationTariffRecord row) {
        String content = row.getTariffJson();
        List<String> tokens = new ArrayList<>();
        String json = row.getTokensJson();
        if (json != null) {
            StoredJson.read(json).forEach(token -> tokens.add(token.asText()));
        }
        String outcome = row.getOutcome();
        return new StationTariff(
                new Place(row.getKind(), row.getEvse(), row.getTariffName()),
                content == null ? null : StoredJson.read(content),
                row.getValidFromAt(),
                tokens,
                State.of(row.getState()),
                outcome == null
                        ? null
                        : new Told(
                                Objects.requireNonNull(row.getAction()),
                                outcome,
                                row.getSaid(),
                                Objects.requireNonNull(row.getActor())),
                row.getChangedAt(),
                row.getReportedAt());
    }
}
