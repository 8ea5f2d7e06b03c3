package org.ohmstead.batteryswap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.StationRef;
import org.ohmstead.tokens.Token;
import org.ohmstead.tokens.TokenQuery;
import org.ohmstead.tokens.TokenVerdict;
import org.ohmstead.tokens.TokenVerdicts;

/**
 * Swaps of batteries (OCPP 2.1 S01 to S03): asks stations for them, and joins what their slots report. In and out may come in
 * either order, repeated, and under numbers that a station has used before.
 */
@Singleton
public class BatterySwaps {
    static final String REQUEST = "RequestBatterySwap";

    private final Verbs verbs;
    private final TokenVerdicts tokens;
    private final SqlBatterySwapStore store;

    @Inject
    public BatterySwaps(Verbs verbs, TokenVerdicts tokens, SqlBatterySwapStore store) {
        this.verbs = verbs;
        this.tokens = tokens;
        this.store = store;
    }

    /**
     * Asks a station for a swap. Blocks as {@link Verbs#tell}.
     *
     * @param type OCPP 2.x type of the token; null: as it is registered
     * @throws Refused as {@link Verbs#tell}; in conflict for a token that is not accepted there (S02.FR.3)
     */
    VerbResult request(Actor by, String station, String token, @Nullable String type, SendOptions options) {
        StationRef ref = verbs.addressee(by, station).ref();
        TokenVerdict verdict =
                tokens.verdict(new TokenQuery(ref, null, token, type, TokenQuery.Purpose.AUTHORIZE, null));
        if (!verdict.accepted()) {
            throw Refused.conflict(
                    "token",
                    "token '" + token + "' is not accepted at " + ref.identity() + ": " + verdict.reason()
                            + ". A swap is asked for with tokens that are accepted alone.");
        }
        ObjectNode payload = Words.newPayload().put("requestId", newRequest());
        payload.putObject("idToken").put("idToken", token).put("type", type == null ? type(verdict.token()) : type);
        return verbs.tell(by, ref.identity(), Verb.of(REQUEST, payload), options);
    }

    private static String type(@Nullable Token registered) {
        return registered == null ? "Central" : registered.type();
    }

    /** Stations count their own from 0, so it is far from that. */
    private static int newRequest() {
        return ThreadLocalRandom.current().nextInt(1 << 20, Integer.MAX_VALUE);
    }

    /** The swap that a command asked for; empty: it has not left. */
    Optional<BatterySwap> of(StationRef station, long command) {
        return store.byCommand(station, command);
    }

    /** Something happened at the slots of a station. */
    public void reported(StationRef station, SlotReport report, Instant receivedAt) {
        store.reported(station, report, receivedAt.truncatedTo(ChronoUnit.MICROS));
    }

    /** @throws Refused not found */
    BatterySwap get(Scope scope, long id) {
        return store.find(scope, id)
                .orElseThrow(() ->
                        Refused.notFound("There is no battery swap " + id + ". GET /api/v1/battery-swaps lists them."));
    }

    /** The newest first. */
    Page<BatterySwap> page(Scope scope, BatterySwapFilter filter, Limit limit, @Nullable Cursor after) {
        return Page.of(store.before(scope, filter, limit.rows() + 1, after), limit, swap -> Cursor.at(swap.id()));
    }
}
