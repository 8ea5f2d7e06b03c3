package org.ohmstead.users;

import static org.ohmstead.db.schema.Tables.ONE_TIME_LINK;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.RandomSecrets;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.OneTimeLinkRecord;

/** The rows of one-time links. */
@Singleton
public class SqlOneTimeLinkStore {
    private final Database database;

    @Inject
    public SqlOneTimeLinkStore(Database database) {
        this.database = database;
    }

    /** One that still lets somebody in. */
    Optional<OneTimeLink> find(String secret, Instant now) {
        return database.read(Scope.everywhere())
                .selectFrom(ONE_TIME_LINK)
                .where(ONE_TIME_LINK.SECRET_HASH.eq(RandomSecrets.hash(secret)), ONE_TIME_LINK.EXPIRES_AT.gt(now))
                .fetchOptional(SqlOneTimeLinkStore::link);
    }

    /** In place of those of the same purpose and user, and of all that are over. */
    static void insert(Tx tx, OneTimeLink.Made made) {
        OneTimeLink link = made.link();
        Long user = link.user();
        tx.sql()
                .deleteFrom(ONE_TIME_LINK)
                .where(ONE_TIME_LINK.EXPIRES_AT.le(link.createdAt()))
                .or(ONE_TIME_LINK
                        .PURPOSE
                        .eq(link.purpose().word())
                        .and(user == null ? ONE_TIME_LINK.USER_ID.isNull() : ONE_TIME_LINK.USER_ID.eq(user)))
                .execute();
        tx.sql()
                .insertInto(ONE_TIME_LINK)
                .set(ONE_TIME_LINK.SECRET_HASH, RandomSecrets.hash(made.secret()))
                .set(ONE_TIME_LINK.TENANT_ID, link.tenant())
                .set(ONE_TIME_LINK.PURPOSE, link.purpose().word())
                .set(ONE_TIME_LINK.USER_ID, user)
                .set(ONE_TIME_LINK.CREATED_BY, link.createdBy())
                .set(ONE_TIME_LINK.CREATED_AT, link.createdAt())
                .set(ONE_TIME_LINK.EXPIRES_AT, link.expiresAt())
                .execute();
    }

    /** Uses it up. @return empty: there is none, or none any more */
    static Optional<OneTimeLink> take(Tx tx, String secret, Instant now) {
        Optional<OneTimeLink> found = tx.sql()
                .selectFrom(ONE_TIME_LINK)
                .where(ONE_TIME_LINK.SECRET_HASH.eq(RandomSecrets.hash(secret)), ONE_TIME_LINK.EXPIRES_AT.gt(now))
                .fetchOptional(SqlOneTimeLinkStore::link);
        tx.sql()
                .deleteFrom(ONE_TIME_LINK)
                .where(ONE_TIME_LINK.SECRET_HASH.eq(RandomSecrets.hash(secret)))
                .execute();
        return found;
    }

    /** All that let somebody choose a password of a user. */
    static void remove(Tx tx, @Nullable Long user) {
        tx.sql()
                .deleteFrom(ONE_TIME_LINK)
                .where(user == null ? ONE_TIME_LINK.USER_ID.isNull() : ONE_TIME_LINK.USER_ID.eq(user))
                .execute();
    }

    private static OneTimeLink link(OneTimeLinkRecord row) {
        return new OneTimeLink(
                row.getTenantId(),
                OneTimeLink.Purpose.of(row.getPurpose()),
                row.getUserId(),
                row.getCreatedBy(),
                row.getCreatedAt(),
                row.getExpiresAt());
    }
}
