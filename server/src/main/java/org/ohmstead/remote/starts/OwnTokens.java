package org.ohmstead.remote.starts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.ohmstead.stations.StationRef;
import org.ohmstead.tokens.Token;
import org.ohmstead.tokens.TokenQuery;
import org.ohmstead.tokens.VerdictRules;

/**
 * A station that asks for the token of a remote start before it begins (AuthorizeRemoteTxRequests; 2.x AuthorizeRemoteStart) is
 * told yes, registered or not: somebody who may do so has said that it shall be charged with. It opens nothing else: only at that
 * station, while the session is waited for, and for that session.
 */
@Singleton
public class OwnTokens implements VerdictRules.Voucher {
    private static final Duration LONGEST_SESSION = Duration.ofDays(7);

    private final SqlRemoteStartStore store;
    private final Clock clock;

    @Inject
    public OwnTokens(SqlRemoteStartStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public boolean vouchesFor(TokenQuery query) {
        StationRef station = query.station();
        Instant since = clock.instant().minus(LONGEST_SESSION);
        String key = Token.key(query.value());
        return Stream.concat(store.unjoined(station, since).stream(), store.joined(station, since).stream())
                .filter(start -> Token.key(start.wanted().token()).equals(key))
                .anyMatch(start -> start.session() == null
                        ? start.state().isUnderWay()
                                && start.wanted().isAt(query.about().evse())
                        : isOf(start.session(), query));
    }

    /** Who shows it again, but to begin, wants to stop; who begins is heard once more, because its start was repeated. */
    private static boolean isOf(long session, TokenQuery query) {
        return query.purpose() != TokenQuery.Purpose.START
                || Objects.equals(query.about().ownSession(), session);
    }
}
