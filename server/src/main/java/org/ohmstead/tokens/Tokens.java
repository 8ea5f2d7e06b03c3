package org.ohmstead.tokens;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.CompareAndSet;

/** Tokens, and what an operator does with them. What they are worth is {@link TokenAuthorization}'s to say. */
@Singleton
public class Tokens {
    private static final System.Logger LOG = System.getLogger(Tokens.class.getName());

    private final SqlTokenStore store;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public Tokens(SqlTokenStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refused invalid for a field that is not allowed, in conflict where value and type stand already */
    public StoredToken create(Actor by, Token token) {
        StoredToken created = written(store.create(by.scope(), TokenRules.checked(token), now(), audit.by(by)), token)
                .orElseThrow();
        by.log(LOG, "token=" + created.id() + " created");
        return created;
    }

    private static Optional<StoredToken> written(SqlTokenStore.Written written, Token token) {
        if (written.field() != null && written.inUseBy() != null) {
            throw taken(written.field(), token, written.inUseBy());
        }
        return Optional.ofNullable(written.stored());
    }

    public static Refused taken(String field, Token token, StoredToken other) {
        Token standing = other.token();
        boolean same = field.equals("value") && standing.key().equals(token.key());
        return Refused.conflict(
                field,
                same
                        ? "A token " + standing.value() + " of type " + standing.type() + " stands already (token "
                                + other.id()
                                + "; values are compared without case, blanks and separators). Change that one."
                        : field + " is a value of token " + other.id() + " (" + standing.value()
                                + ") already; a further value belongs to one token alone. Take it from there first.");
    }

    /** @throws Refused not found */
    public StoredToken get(Scope scope, long id) {
        return store.get(scope, id).orElseThrow(() -> none(id));
    }

    /**
     * Changes all but the value and the type, which are what makes it this token.
     *
     * @param change what becomes of the token as it stands; asked again where somebody else has changed that meanwhile
     * @throws Refused invalid, not found, in conflict where a further value is another token's, and what {@code change} throws
     */
    public StoredToken change(Actor by, long id, Function<StoredToken, Token> change) {
        StoredToken changed = CompareAndSet.until(() -> get(by.scope(), id), before -> {
            Token after = TokenRules.checked(change.apply(before));
            return written(store.change(by.scope(), before, after, now(), audit.by(by)), after);
        });
        by.log(LOG, "token=" + id + " changed");
        return changed;
    }

    /**
     * Removes it; sessions that were charged with it keep its value.
     *
     * @param check throws where it must not be removed as it stands
     * @throws Refused not found
     */
    public void delete(Actor by, long id, Consumer<StoredToken> check) {
        CompareAndSet.until(() -> get(by.scope(), id), before -> {
            check.accept(before);
            return store.delete(by.scope(), before, audit.by(by)) ? Optional.of(before) : Optional.empty();
        });
        by.log(LOG, "token=" + id + " deleted");
    }

    /**
     * The token that a value means, however it is written.
     *
     * @param type as it was presented; null: any
     */
    public Optional<StoredToken> find(Scope scope, String value, @Nullable String type) {
        return store.find(scope, value, type);
    }

    /**
     * What all tokens are at this moment, in a word that is another one once any of them is added, changed or removed, or has
     * expired since.
     */
    public String state(Scope scope) {
        return store.state(scope, now());
    }

    /** Under which a token's sessions stand, however its value is written; one that nobody knows has its own. */
    public String keyOf(Scope scope, String value) {
        return store.find(scope, value, null)
                .map(stored -> stored.token().key())
                .orElseGet(() -> Token.key(value));
    }

    /** In the order in which they were created. */
    public Page<StoredToken> page(Scope scope, TokenFilter filter, Limit limit, @Nullable Cursor after) {
        return Page.of(store.page(scope, filter, limit.rows() + 1, after), limit, row -> Cursor.at(row.id()));
    }

    private Instant now() {
        return clock.instant();
    }

    public static Refused none(long id) {
        return Refused.notFound("There is no token " + id + ". GET /api/v1/tokens lists them.");
    }
}
