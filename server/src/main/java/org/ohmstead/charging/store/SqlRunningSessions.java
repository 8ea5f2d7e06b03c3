package org.ohmstead.charging.store;

import static org.ohmstead.db.schema.Tables.CHARGING_SESSION;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ohmstead.charging.session.ChargingSettings;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.tokens.RunningSession;
import org.ohmstead.tokens.RunningSessions;

/** Which sessions run with a token, and how many, for the verdict on its next use. */
@Singleton
public class SqlRunningSessions implements RunningSessions {
    public static final String HOLDERS = """
            select id, station_id from charging_session
            where tenant_id = ? and token_key = ? and state = 'open' and token_verdict = 'accepted' and updated_at >= ?
                and (free_at is null or free_at > ?)""";
    /** Databases take some thousand parameters. */
    private static final int KEYS_AT_ONCE = 500;

    private final Database database;
    private final ChargingSettings settings;
    private final Clock clock;

    @Inject
    public SqlRunningSessions(Database database, ChargingSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** Asked at each start: an index leads to those that were accepted, however many more a shared token was refused for. */
    @Override
    public List<Holder> holders(Scope scope, String tokenKey) {
        Instant now = clock.instant();
        return database.rows(
                scope,
                HOLDERS,
                row -> new Holder(row.number(1), row.number(2)),
                scope.tenant(),
                tokenKey.toLowerCase(Locale.ROOT),
                now.minus(settings.staleAfter()),
                now);
    }

    /** A list may be long, as that of an import is. */
    @Override
    public List<RunningSession> with(Scope scope, Collection<String> tokenKeys) {
        List<String> keys = List.copyOf(tokenKeys);
        List<RunningSession> sessions = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += KEYS_AT_ONCE) {
            sessions.addAll(some(scope, keys.subList(from, Math.min(keys.size(), from + KEYS_AT_ONCE))));
        }
        sessions.sort(Comparator.comparingLong(RunningSession::id));
        return sessions;
    }

    private List<RunningSession> some(Scope scope, List<String> keys) {
        return database.read(scope)
                .select(
                        CHARGING_SESSION.ID,
                        STATION.IDENTITY,
                        CHARGING_SESSION.EVSE,
                        CHARGING_SESSION.TOKEN_VALUE,
                        CHARGING_SESSION.TOKEN_TYPE,
                        CHARGING_SESSION.STARTED_AT,
                        CHARGING_SESSION.UPDATED_AT,
                        CHARGING_SESSION.ENERGY_WH)
                .from(CHARGING_SESSION)
                .join(STATION)
                .on(STATION.ID.eq(CHARGING_SESSION.STATION_ID))
                .where(scope.of(CHARGING_SESSION.TENANT_ID, CHARGING_SESSION.STATION_ID))
                .and(CHARGING_SESSION.TOKEN_KEY.in(keys))
                .and(CHARGING_SESSION.STATE.eq(SqlSessionRows.OPEN))
                .and(CHARGING_SESSION.FREE_AT.isNull().or(CHARGING_SESSION.FREE_AT.gt(clock.instant())))
                .orderBy(CHARGING_SESSION.TOKEN_KEY, CHARGING_SESSION.TOKEN_VERDICT) // that of the index it is to walk
                .fetch(row -> new RunningSession(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        SqlSessionRow.decimal(row.value8())));
    }
}
