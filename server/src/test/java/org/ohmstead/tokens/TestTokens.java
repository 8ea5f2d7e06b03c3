package org.ohmstead.tokens;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Database;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.tokens.blocking.TokenSessions;
import org.ohmstead.tokens.rest.TokenBody;
import org.ohmstead.tokens.rest.TokenImport;
import org.ohmstead.tokens.rest.TokenResource;

/** The slice over a database, with nobody who charges. */
public final class TestTokens {
    private TestTokens() {}

    public static TokenResource resource(Database database, GroupCommit commits, Clock clock, ObjectMapper json) {
        SqlTokenStore store = new SqlTokenStore(database, commits);
        AuditLog audit = new AuditLog(clock);
        UnknownTokens unknown = new UnknownTokens(new SqlUnknownTokenStore(database, commits), store);
        TokenSessions sessions = NoSessions.of(store, clock);
        return new TokenResource(
                new Tokens(store, audit, clock),
                new TokenImport(store, sessions, audit, json, clock),
                unknown,
                sessions,
                CurrentActor.of(Actor.LOCAL),
                json);
    }

    /** Verdicts by what stands with a token alone. */
    static TokenAuthorization authorization(
            SqlTokenStore store,
            RunningSessions sessions,
            UnknownTokens unknown,
            AuthorizationSettings settings,
            Clock clock) {
        return new TokenAuthorization(store, sessions, unknown, new VerdictRules(List.of()), settings, clock);
    }

    /** A card that is known by its value alone. */
    public static TokenBody body(String value) {
        return TokenBody.of(new Token(value, "ISO14443", null, false, null, 1, List.of(), null, null, null, null));
    }
}
