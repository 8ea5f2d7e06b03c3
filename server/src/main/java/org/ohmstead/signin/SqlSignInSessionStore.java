package org.ohmstead.signin;

import static org.ohmstead.db.schema.Tables.SIGN_IN_SESSION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.RowCache;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.SignInSessionRecord;

/** The rows of sign-in sessions. One is asked for with every request, so it is kept in memory. */
@Singleton
public class SqlSignInSessionStore {
    private static final int CACHED = 50_000;
    /** So many of one user stand at most; the one that was used longest ago goes. */
    private static final int MOST_OF_A_USER = 50;

    private static final RowCache.Keys<Long> ID = new RowCache.Keys<>(id -> Long.toString(id), Long::parseLong);

    private final Database database;
    private final GroupCommit commits;
    private final RowCache<Long, SignInSession> cache;

    @Inject
    public SqlSignInSessionStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
        this.cache =
                new RowCache<>("sign_in_session", CACHED, ID, commits.node().invalidations());
    }

    Optional<SignInSession> find(long id) {
        return Optional.ofNullable(cache.get(id, () -> database.read(Scope.everywhere())
                .selectFrom(SIGN_IN_SESSION)
                .where(SIGN_IN_SESSION.ID.eq(id))
                .fetchOne(SqlSignInSessionStore::session)));
    }

    /** Those that stand, the one that was used last first. */
    List<SignInSession> of(long user, Instant now) {
        return database.read(Scope.everywhere())
                .selectFrom(SIGN_IN_SESSION)
                .where(standing(user, now))
                .orderBy(SIGN_IN_SESSION.USED_AT.desc(), SIGN_IN_SESSION.ID.desc())
                .fetch(SqlSignInSessionStore::session);
    }

    private static Condition standing(long user, Instant now) {
        return SIGN_IN_SESSION
                .USER_ID
                .eq(user)
                .and(SIGN_IN_SESSION.ENDED_AT.isNull())
                .and(SIGN_IN_SESSION.EXPIRES_AT.gt(now));
    }

    /** Writes a new one within a unit. @param session whose id counts for nothing. @return its id */
    long insert(Tx tx, SignInSession session) {
        long id = tx.nextId("sign_in_session");
        tx.sql()
                .insertInto(SIGN_IN_SESSION)
                .set(SIGN_IN_SESSION.ID, id)
                .set(SIGN_IN_SESSION.TENANT_ID, session.tenant())
                .set(SIGN_IN_SESSION.USER_ID, session.user())
                .set(SIGN_IN_SESSION.KIND, session.kind().word())
                .set(SIGN_IN_SESSION.SECRET_HASH, session.secretHash())
                .set(SIGN_IN_SESSION.ROTATED_AT, session.rotatedAt())
                .set(SIGN_IN_SESSION.CREATED_AT, session.createdAt())
                .set(SIGN_IN_SESSION.USED_AT, session.usedAt())
                .set(SIGN_IN_SESSION.EXPIRES_AT, session.expiresAt())
                .set(SIGN_IN_SESSION.ADDRESS, session.address())
                .set(SIGN_IN_SESSION.USER_AGENT, session.userAgent())
                .execute();
        List<Long> older = tx.sql()
                .select(SIGN_IN_SESSION.ID)
                .from(SIGN_IN_SESSION)
                .where(standing(session.user(), session.createdAt()))
                .orderBy(SIGN_IN_SESSION.USED_AT.desc(), SIGN_IN_SESSION.ID.desc())
                .offset(MOST_OF_A_USER)
                .fetch(SIGN_IN_SESSION.ID);
        older.forEach(one -> end(tx, one, SignInSession.End.ENDED, session.createdAt()));
        return id;
    }

    /**
     * Puts a new secret in the place of another.
     *
     * @return false: it was not the one that counts, or the session is over; nothing was changed
     */
    boolean rotate(long id, String before, String after, Instant now, Instant expires) {
        try {
            return commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, tx -> tx.sql()
                            .update(SIGN_IN_SESSION)
                            .set(SIGN_IN_SESSION.PREVIOUS_HASH, before)
                            .set(SIGN_IN_SESSION.SECRET_HASH, after)
                            .set(SIGN_IN_SESSION.ROTATED_AT, now)
                            .set(SIGN_IN_SESSION.USED_AT, now)
                            .set(SIGN_IN_SESSION.EXPIRES_AT, expires)
                            .where(SIGN_IN_SESSION.ID.eq(id), SIGN_IN_SESSION.SECRET_HASH.eq(before))
                            .and(SIGN_IN_SESSION.ENDED_AT.isNull())
                            .execute())
                    > 0;
        } finally {
            cache.forget(id);
        }
    }

    /** It was used. */
    void used(long id, Instant now, Instant expires) {
        try {
            commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, tx -> tx.sql()
                    .update(SIGN_IN_SESSION)
                    .set(SIGN_IN_SESSION.USED_AT, now)
                    .set(SIGN_IN_SESSION.EXPIRES_AT, expires)
                    .where(SIGN_IN_SESSION.ID.eq(id), SIGN_IN_SESSION.ENDED_AT.isNull())
                    .execute());
        } finally {
            cache.forget(id);
        }
    }

    void end(long id, SignInSession.End why, Instant now) {
        try {
            commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, tx -> {
                end(tx, id, why, now);
                return null;
            });
        } finally { // also when nobody knows whether it was written
            cache.forget(id);
        }
    }

    private void end(Tx tx, long id, SignInSession.End why, Instant now) {
        tx.sql()
                .update(SIGN_IN_SESSION)
                .set(SIGN_IN_SESSION.ENDED_AT, now)
                .set(SIGN_IN_SESSION.ENDED_BY, why.word())
                .where(SIGN_IN_SESSION.ID.eq(id), SIGN_IN_SESSION.ENDED_AT.isNull())
                .execute();
        tx.afterCommit(() -> cache.forget(id));
    }

    /**
     * Ends all of a user within a unit; those that have ended count as well, because a unit may be run again whose commit stands, and
     * then what is in memory must be forgotten all the same.
     *
     * @param but one that goes on; null: none
     */
    void endAll(Tx tx, long user, @Nullable Long but, SignInSession.End why, Instant now) {
        tx
                .sql()
                .select(SIGN_IN_SESSION.ID)
                .from(SIGN_IN_SESSION)
                .where(SIGN_IN_SESSION.USER_ID.eq(user), SIGN_IN_SESSION.EXPIRES_AT.gt(now))
                .fetch(SIGN_IN_SESSION.ID)
                .stream()
                .filter(id -> !id.equals(but))
                .forEach(id -> end(tx, id, why, now));
    }

    /** Clears those away that are over. @return how many */
    int clear(Instant before, int rows) {
        return commits.write(Scope.everywhere(), GroupCommit.UPKEEP, tx -> tx.sql()
                .deleteFrom(SIGN_IN_SESSION)
                .where(SIGN_IN_SESSION.ID.in(tx.sql()
                        .select(SIGN_IN_SESSION.ID)
                        .from(SIGN_IN_SESSION)
                        .where(SIGN_IN_SESSION.EXPIRES_AT.lt(before))
                        .limit(rows)))
                .execute());
    }

    private static SignInSession session(SignInSessionRecord row) {
        String endedBy = row.getEndedBy();
        return new SignInSession(
                row.getId(),
                row.getTenantId(),
                row.getUserId(),
                SignInSession.Kind.valueOf(row.getKind().toUpperCase(Locale.ROOT)),
                row.getSecretHash(),
                row.getPreviousHash(),
                row.getRotatedAt(),
                row.getCreatedAt(),
                row.getUsedAt(),
                row.getExpiresAt(),
                row.getAddress(),
                row.getUserAgent(),
                endedBy == null ? null : SignInSession.End.of(endedBy));
    }
}
