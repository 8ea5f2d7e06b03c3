package org.ohmstead.users;

import static org.ohmstead.db.schema.Tables.RECOVERY_CODE;
import static org.ohmstead.db.schema.Tables.USER_ACCOUNT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.RowCache;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.UserAccountRecord;
import org.ohmstead.tenants.Tenant;

/** The rows of users. One is asked for with every request of theirs, so it is kept in memory. */
@Singleton
public class SqlUserStore {
    private static final int CACHED = 50_000;
    private static final Condition OF_AN_ORGANISATION = USER_ACCOUNT.TENANT_ID.ne(Tenant.INSTALLATION);
    private static final RowCache.Keys<Long> ID = new RowCache.Keys<>(id -> Long.toString(id), Long::parseLong);

    private final Database database;
    private final GroupCommit commits;
    private final RowCache<Long, User> cache;

    @Inject
    public SqlUserStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
        this.cache = new RowCache<>("user", CACHED, ID, commits.node().invalidations());
    }

    /** Whoever it is, of whichever tenant. */
    public Optional<User> find(long id) {
        return Optional.ofNullable(
                cache.get(id, () -> one(USER_ACCOUNT.ID.eq(id)).orElse(null)));
    }

    /** @param email in any case */
    public Optional<User> byEmail(String email) {
        return one(USER_ACCOUNT.EMAIL_KEY.eq(key(email)));
    }

    public Optional<User> bySubject(String subject) {
        return one(USER_ACCOUNT.OIDC_SUBJECT.eq(subject));
    }

    private Optional<User> one(Condition which) {
        return database.read(Scope.everywhere())
                .selectFrom(USER_ACCOUNT)
                .where(which)
                .fetchOptional(SqlUserStore::user);
    }

    /** In the order in which they were made. @param search part of e-mail or name; null: any */
    List<User> page(long tenant, @Nullable String search, int rows, @Nullable Cursor after) {
        Scope scope = Scope.tenant(tenant);
        Condition where = scope.of(USER_ACCOUNT.TENANT_ID);
        if (search != null) {
            where = where.and(
                    USER_ACCOUNT.EMAIL_KEY.contains(key(search)).or(USER_ACCOUNT.NAME.containsIgnoreCase(search)));
        }
        if (after != null) {
            where = where.and(USER_ACCOUNT.ID.gt(after.id()));
        }
        return database.read(scope)
                .selectFrom(USER_ACCOUNT)
                .where(where)
                .orderBy(USER_ACCOUNT.ID)
                .limit(rows)
                .fetch(SqlUserStore::user);
    }

    /** Of all organisations, the first thousand. */
    List<User> all() {
        return database.read(Scope.everywhere())
                .selectFrom(USER_ACCOUNT)
                .orderBy(USER_ACCOUNT.TENANT_ID, USER_ACCOUNT.EMAIL_KEY)
                .limit(1_000)
                .fetch(SqlUserStore::user);
    }

    /** Whether no organisation has a user yet; administrators of the installation do not count. */
    public boolean isEmpty() {
        return !database.read(Scope.everywhere()).fetchExists(USER_ACCOUNT, OF_AN_ORGANISATION);
    }

    static boolean isEmpty(Tx tx) {
        return !tx.sql().fetchExists(USER_ACCOUNT, OF_AN_ORGANISATION);
    }

    static Optional<User> find(Tx tx, long id) {
        return tx.sql().selectFrom(USER_ACCOUNT).where(USER_ACCOUNT.ID.eq(id)).fetchOptional(SqlUserStore::user);
    }

    static Optional<User> byEmail(Tx tx, String email) {
        return one(tx, USER_ACCOUNT.EMAIL_KEY.eq(key(email)));
    }

    static Optional<User> bySubject(Tx tx, String subject) {
        return one(tx, USER_ACCOUNT.OIDC_SUBJECT.eq(subject));
    }

    private static Optional<User> one(Tx tx, Condition which) {
        return tx.sql().selectFrom(USER_ACCOUNT).where(which).fetchOptional(SqlUserStore::user);
    }

    /** How many can sign in who have a role. */
    static int enabled(Tx tx, long tenant, String role) {
        return tx.sql()
                .fetchCount(
                        USER_ACCOUNT,
                        USER_ACCOUNT.TENANT_ID.eq(tenant),
                        USER_ACCOUNT.ROLE.eq(role),
                        USER_ACCOUNT.IS_DISABLED.isFalse(),
                        USER_ACCOUNT.PASSWORD_HASH.isNotNull().or(USER_ACCOUNT.OIDC_SUBJECT.isNotNull()));
    }

    /** Those who have a role and were invited, but have not chosen a password yet. */
    static List<User> invited(Tx tx, long tenant, String role) {
        return tx.sql()
                .selectFrom(USER_ACCOUNT)
                .where(
                        USER_ACCOUNT.TENANT_ID.eq(tenant),
                        USER_ACCOUNT.ROLE.eq(role),
                        USER_ACCOUNT.PASSWORD_HASH.isNull(),
                        USER_ACCOUNT.OIDC_SUBJECT.isNull())
                .fetch(SqlUserStore::user);
    }

    /** Writes a new one. @param user whose id counts for nothing. @return with its id */
    static User insert(Tx tx, User user) {
        long id = tx.nextId("user_account");
        tx.sql()
                .insertInto(USER_ACCOUNT)
                .set(USER_ACCOUNT.ID, id)
                .set(USER_ACCOUNT.TENANT_ID, user.tenant())
                .set(USER_ACCOUNT.EMAIL, user.email())
                .set(USER_ACCOUNT.EMAIL_KEY, key(user.email()))
                .set(USER_ACCOUNT.CREATED_AT, user.createdAt())
                .set(values(user))
                .execute();
        return find(tx, id).orElseThrow();
    }

    static void update(Tx tx, User user) {
        tx.sql()
                .update(USER_ACCOUNT)
                .set(values(user))
                .where(USER_ACCOUNT.ID.eq(user.id()))
                .execute();
    }

    static void delete(Tx tx, long id) {
        tx.sql().deleteFrom(USER_ACCOUNT).where(USER_ACCOUNT.ID.eq(id)).execute();
    }

    private static Map<Field<?>, @Nullable Object> values(User user) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        User.Totp totp = user.totp();
        values.put(USER_ACCOUNT.NAME, user.name());
        values.put(USER_ACCOUNT.ROLE, user.role());
        values.put(USER_ACCOUNT.PASSWORD_HASH, user.password());
        values.put(USER_ACCOUNT.OIDC_SUBJECT, user.subject());
        values.put(USER_ACCOUNT.TOTP_SECRET, totp == null ? null : totp.secret());
        values.put(USER_ACCOUNT.TOTP_STEP, totp == null ? null : totp.step());
        values.put(USER_ACCOUNT.IS_DISABLED, user.disabled());
        values.put(USER_ACCOUNT.CHANGED_AT, user.changedAt());
        values.put(USER_ACCOUNT.SIGNED_IN_AT, user.signedInAt());
        return values;
    }

    /** What is left of a user's recovery codes is replaced. @param hashes empty: they have none then */
    static void recoveryCodes(Tx tx, User user, Set<String> hashes) {
        tx.sql()
                .deleteFrom(RECOVERY_CODE)
                .where(RECOVERY_CODE.USER_ID.eq(user.id()))
                .execute();
        for (String hash : hashes) {
            tx.sql()
                    .insertInto(RECOVERY_CODE)
                    .set(RECOVERY_CODE.USER_ID, user.id())
                    .set(RECOVERY_CODE.TENANT_ID, user.tenant())
                    .set(RECOVERY_CODE.CODE_HASH, hash)
                    .execute();
        }
    }

    /** Uses one up. @return false: there is none of that hash */
    static boolean useRecoveryCode(Tx tx, long user, String hash) {
        return tx.sql()
                        .deleteFrom(RECOVERY_CODE)
                        .where(RECOVERY_CODE.USER_ID.eq(user), RECOVERY_CODE.CODE_HASH.eq(hash))
                        .execute()
                > 0;
    }

    int recoveryCodesLeft(long user) {
        return database.read(Scope.everywhere()).fetchCount(RECOVERY_CODE, RECOVERY_CODE.USER_ID.eq(user));
    }

    /**
     * A unit that changes users.
     *
     * @param changed whose rows it changes, if they are known before
     */
    <T extends @Nullable Object> T write(@Nullable Long changed, GroupCommit.Work<T> unit) {
        try {
            return commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, unit);
        } finally {
            if (changed != null) {
                cache.forget(changed);
            }
        }
    }

    static String key(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static User user(UserAccountRecord row) {
        String totp = row.getTotpSecret();
        Instant signedIn = row.getSignedInAt();
        return new User(
                row.getId(),
                row.getTenantId(),
                row.getEmail(),
                row.getName(),
                row.getRole(),
                row.getPasswordHash(),
                row.getOidcSubject(),
                totp == null ? null : new User.Totp(totp, row.getTotpStep()),
                row.getIsDisabled(),
                row.getCreatedAt(),
                row.getChangedAt(),
                signedIn);
    }
}
