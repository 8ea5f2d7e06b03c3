package org.ohmstead.tokens;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.ohmstead.db.Scope;
import org.ohmstead.tokens.blocking.TokenSessions;

/** Nobody charges. */
public class NoSessions implements RunningSessions {
    @Override
    public List<Holder> holders(Scope scope, String tokenKey) {
        return List.of();
    }

    @Override
    public List<RunningSession> with(Scope scope, Collection<String> tokenKeys) {
        return List.of();
    }

    public static TokenSessions of(SqlTokenStore store, Clock clock) {
        return new TokenSessions(
                store, new NoSessions(), (tenant, sessions, why) -> {}, AuthorizationSettings.defaults(), clock);
    }
}
