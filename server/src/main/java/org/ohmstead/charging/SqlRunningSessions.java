package org.ohmstead.charging;

import static org.ohmstead.db.schema.Tables.CHARGING_SESSION;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.tokens.RunningSessions;
import org.ohmstead.tokens.TokenStatus;

/** How many sessions run with a token, for the verdict on its next use. */
@ApplicationScoped
public class SqlRunningSessions implements RunningSessions {
    private final Database database;
    private final ChargingSettings settings;
    private final Clock clock;

    @Inject
    public SqlRunningSessions(Database database, ChargingSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** Superseded sessions are closed, and stale ones wait for nobody. A refused session holds nothing either. */
    @Override
    public int open(long tenant, String tokenKey, @Nullable Long except) {
        Instant alive = clock.instant().minus(settings.staleAfter());
        Condition running = CHARGING_SESSION
                .TENANT_ID
                .eq(tenant)
                .and(CHARGING_SESSION.TOKEN_KEY.eq(tokenKey.toLowerCase(Locale.ROOT)))
                .and(CHARGING_SESSION.STATE.eq(SqlSessionRows.OPEN))
                .and(CHARGING_SESSION.TOKEN_VERDICT.eq(
                        TokenStatus.ACCEPTED.name().toLowerCase(Locale.ROOT)))
                .and(CHARGING_SESSION.UPDATED_AT.ge(alive));
        return database.read()
                .fetchCount(CHARGING_SESSION, except == null ? running : running.and(CHARGING_SESSION.ID.ne(except)));
    }
}
