package org.ohmstead.pricing.sessions;

import static org.ohmstead.db.schema.Tables.CHARGING_SESSION;
import static org.ohmstead.db.schema.Tables.SESSION_PRICE;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.events.Outbox;
import org.ohmstead.stations.StationRef;

/** The revisions of what sessions cost. Each is written with its event in one commit, and never again. */
@Singleton
public class SqlSessionPrices implements SessionPrices {
    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlSessionPrices(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    @Override
    public Optional<SessionPrice> latest(Scope scope, long session) {
        return read(database.read(scope), scope, SESSION_PRICE.SESSION_ID.eq(session), 1).stream()
                .findFirst();
    }

    @Override
    public Optional<SessionPrice> revision(Scope scope, long session, int revision) {
        Condition which = SESSION_PRICE.SESSION_ID.eq(session).and(SESSION_PRICE.REVISION.eq(revision));
        return read(database.read(scope), scope, which, 1).stream().findFirst();
    }

    @Override
    public List<SessionPrice> revisions(Scope scope, long session) {
        return read(database.read(scope), scope, SESSION_PRICE.SESSION_ID.eq(session), Integer.MAX_VALUE)
                .reversed();
    }

    /**
     * A session has come to something: the next revision, unless the newest says the same.
     *
     * @param price whose revision is not known yet
     * @return whether there is a new one
     */
    boolean put(StationRef station, SessionPrice price) {
        return commits.write(station.scope(), station.id(), tx -> {
            Optional<SessionPrice> before =
                    read(tx.sql(), station.scope(), SESSION_PRICE.SESSION_ID.eq(price.session()), 1).stream()
                            .findFirst();
            if (before.isPresent() && before.get().priced().isSame(price.priced())) {
                return false;
            }
            int revision = before.map(known -> known.priced().revision()).orElse(0) + 1;
            SessionPriced priced = price.priced().as(revision);
            tx.sql()
                    .insertInto(SESSION_PRICE)
                    .set(SESSION_PRICE.TENANT_ID, station.tenant())
                    .set(SESSION_PRICE.SESSION_ID, price.session())
                    .set(SESSION_PRICE.REVISION, revision)
                    .set(SESSION_PRICE.REASON, price.reason())
                    .set(SESSION_PRICE.PRICED_JSON, PriceJson.write(priced))
                    .set(SESSION_PRICE.LINES_JSON, price.lines())
                    .set(SESSION_PRICE.CREATED_AT, price.pricedAt())
                    .execute();
            outbox.append(tx, priced);
            return true;
        });
    }

    /** The newest first. Whoever sees some stations only knows the prices of their sessions alone. */
    private static List<SessionPrice> read(DSLContext sql, Scope scope, Condition which, int rows) {
        Condition seen = scope.isLimited()
                ? SESSION_PRICE.SESSION_ID.in(DSL.select(CHARGING_SESSION.ID)
                        .from(CHARGING_SESSION)
                        .where(scope.of(CHARGING_SESSION.TENANT_ID, CHARGING_SESSION.STATION_ID)))
                : DSL.noCondition();
        return sql.select(SESSION_PRICE.fields())
                .from(SESSION_PRICE)
                .where(scope.of(SESSION_PRICE.TENANT_ID), which, seen)
                .orderBy(SESSION_PRICE.REVISION.desc())
                .limit(rows)
                .fetch(SqlSessionPrices::price);
    }

    private static SessionPrice price(Record row) {
        Instant at = row.get(SESSION_PRICE.CREATED_AT);
        return new SessionPrice(
                row.get(SESSION_PRICE.SESSION_ID),
                PriceJson.read(row.get(SESSION_PRICE.PRICED_JSON), SessionPriced.class),
                at,
                row.get(SESSION_PRICE.LINES_JSON),
                row.get(SESSION_PRICE.REASON));
    }
}
