package org.ohmstead.charging;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.tokens.RunningSessions;

/** How many sessions run with a token, for the verdict on its next use. */
@Singleton
public class SqlRunningSessions implements RunningSessions {
    private static final String RUNNING = """
            select count(*) from charging_session
            where tenant_id = ? and token_key = ? and state = 'open' and token_verdict = 'accepted' and updated_at >= ?
                and id <> ? and (free_at is null or free_at > ?)""";
    private static final long NO_SESSION = 0;

    private final Database database;
    private final ChargingSettings settings;
    private final Clock clock;

    @Inject
    public SqlRunningSessions(Database database, ChargingSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** Superseded sessions are closed; stale ones, and those that count as over, wait for nobody. A refused one holds nothing. */
    @Override
    public int open(long tenant, String tokenKey, @Nullable Long except) {
        Instant now = clock.instant();
        Instant alive = now.minus(settings.staleAfter());
        return (int) database.rows(
                        RUNNING,
                        row -> row.number(1),
                        tenant,
                        tokenKey.toLowerCase(Locale.ROOT),
                        alive,
                        except == null ? NO_SESSION : except,
                        now)
                .getFirst()
                .longValue();
    }
}
