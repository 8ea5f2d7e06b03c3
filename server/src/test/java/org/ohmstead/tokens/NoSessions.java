package org.ohmstead.tokens;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nobody charges. */
class NoSessions implements RunningSessions {
    @Override
    public int open(long tenant, String tokenKey, @Nullable Long except) {
        return 0;
    }

    @Override
    public List<RunningSession> with(long tenant, Collection<String> tokenKeys) {
        return List.of();
    }

    static TokenSessions of(SqlTokenStore store, Clock clock) {
        return new TokenSessions(
                store, new NoSessions(), (tenant, sessions, why) -> {}, TokensSettings.defaults(), clock);
    }
}
