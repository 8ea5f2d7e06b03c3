package org.ohmstead.remote.starts;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.CommandOrders;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.availability.ConnectorStates;
import org.ohmstead.tokens.StoredToken;
import org.ohmstead.tokens.Token;
import org.ohmstead.tokens.TokenQuery;
import org.ohmstead.tokens.TokenTypes;
import org.ohmstead.tokens.TokenVerdict;
import org.ohmstead.tokens.TokenVerdicts;
import org.ohmstead.tokens.Tokens;

/** Has stations begin sessions, and shows what came of it. */
@Singleton
public class RemoteStarts {
    private static final int LONGEST_TOKEN = 36;

    private final Verbs verbs;
    private final CommandOrders orders;
    private final SqlRemoteStartStore store;
    private final Tokens tokens;
    private final TokenVerdicts verdicts;
    private final ConnectorStates connectors;

    @Inject
    public RemoteStarts(
            Verbs verbs,
            CommandOrders orders,
            SqlRemoteStartStore store,
            Tokens tokens,
            TokenVerdicts verdicts,
            ConnectorStates connectors) {
        this.verbs = verbs;
        this.orders = orders;
        this.store = store;
        this.tokens = tokens;
        this.verdicts = verdicts;
        this.connectors = connectors;
    }

    /**
     * What somebody wants.
     *
     * @param evse    null: the only one, where the station has only one; else any
     * @param profile a TxProfile in the words of the station's version
     */
    public record Request(
            @Nullable String token,
            @Nullable String type,
            @Nullable String group,
            @Nullable Integer evse,
            @Nullable JsonNode profile) {}

    /** A remote start and the command that it became. */
    public record Begun(RemoteStart start, VerbResult result) {}

    /**
     * Tells a station to begin a session. Blocks until it has answered, or for as long as the options say.
     *
     * @throws Refused as {@link Verbs#tell}; invalid for a field; in conflict where the token is registered and would be refused
     */
    public Begun start(Actor by, String station, Request request, SendOptions options) {
        String token = token("token", request.token(), true);
        StationRef ref = verbs.addressee(by, station).ref();
        Integer evse = evse(ref, request.evse());
        Optional<Token> known = tokens.find(by.scope(), token, request.type()).map(StoredToken::token);
        known.ifPresent(
                one -> check(one, new TokenQuery(ref, evse, token, request.type(), TokenQuery.Purpose.START, null)));
        String type = request.type() == null ? known.map(Token::type).orElse(null) : TokenTypes.known(request.type());
        RemoteStart.Wanted wanted = new RemoteStart.Wanted(
                number(by, ref, options),
                token,
                type,
                request.group() == null ? null : token("groupToken", request.group(), false),
                evse);
        VerbResult result = verbs.tell(by, ref.identity(), RemoteStartWords.verb(wanted, request.profile()), options);
        long command = result.command().id();
        RemoteStart start = store.byCommand(by.scope(), command)
                .orElseThrow(() -> new IllegalStateException("command " + command + " is no remote start"));
        return new Begun(start, result);
    }

    private static String token(String field, @Nullable String value, boolean needed) {
        if (value == null || value.isBlank()) {
            throw Refused.invalid(
                    field,
                    field + " is missing. Give the value of the token"
                            + (needed ? " that is to be charged with." : ", or leave it out."));
        }
        String text = value.strip();
        if (text.length() > LONGEST_TOKEN || text.chars().anyMatch(Character::isISOControl)) {
            throw Refused.invalid(
                    field,
                    field + " has " + text.length() + " characters; allowed are " + LONGEST_TOKEN
                            + " (20 for OCPP 1.6), none of them a control character.");
        }
        return text;
    }

    /** Many stations refuse a start that names none (field note 104, F01.FR.07). */
    private @Nullable Integer evse(StationRef station, @Nullable Integer wanted) {
        if (wanted != null) {
            if (wanted < 1) {
                throw Refused.invalid("evse", "evse is " + wanted + "; allowed is a whole number from 1.");
            }
            return wanted;
        }
        List<Integer> known = connectors.of(station).stream()
                .map(state -> state.evse())
                .filter(evse -> evse > 0)
                .distinct()
                .toList();
        return known.size() == 1 ? known.getFirst() : null;
    }

    /** One that would be refused when its session begins need not begin one. A token that nobody knows is vouched for. */
    private void check(Token token, TokenQuery query) {
        TokenVerdict verdict = verdicts.verdict(query);
        if (!verdict.accepted()) {
            throw Refused.conflict(
                    "token",
                    "A session with token " + token.value() + " would be refused ("
                            + verdict.status().word() + "): " + verdict.reason() + ".");
        }
    }

    /**
     * A number that no other remote start of the station has; the same again for the same Idempotency-Key, so that a repetition is
     * known as one.
     */
    private long number(Actor by, StationRef station, SendOptions options) {
        Optional<Long> standing = orders.standing(by, options.key())
                .map(StoredCommand::payload)
                .map(payload -> payload.path("remoteStartId"))
                .filter(JsonNode::isIntegralNumber)
                .map(JsonNode::asLong);
        if (standing.isPresent()) {
            return standing.get();
        }
        long number;
        do {
            number = ThreadLocalRandom.current().nextLong(1, Integer.MAX_VALUE);
        } while (store.isTaken(station, number));
        return number;
    }

    /** @throws Refused not found */
    public RemoteStart get(Scope scope, long id) {
        return store.find(scope, id)
                .orElseThrow(() ->
                        Refused.notFound("There is no remote start " + id + ". GET /api/v1/remote-starts lists them."));
    }

    /** The newest first. */
    public Page<RemoteStart> page(Scope scope, RemoteStartFilter filter, Limit limit, @Nullable Cursor after) {
        return Page.of(store.page(scope, filter, limit.rows() + 1, after), limit, start -> Cursor.at(start.id()));
    }
}
