package org.ohmstead.signin;

import static org.ohmstead.db.schema.Tables.SIGNING_KEY;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ohmstead.access.RandomSecrets;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;

/** Keys that the server signs with. Each is made when it is first needed, and is the same at all nodes. */
@Singleton
public class SqlSigningKeys {
    private static final int BYTES = 32;

    private final Database database;
    private final GroupCommit commits;
    private final Clock clock;
    private final ConcurrentMap<String, byte[]> known = new ConcurrentHashMap<>();

    @Inject
    public SqlSigningKeys(Database database, GroupCommit commits, Clock clock) {
        this.database = database;
        this.commits = commits;
        this.clock = clock;
    }

    /** A key of 256 bits. Blocks the first time. @param name what it signs */
    public byte[] of(String name) {
        return known.computeIfAbsent(name, this::load).clone();
    }

    private byte[] load(String name) {
        String secret = database.read(Scope.everywhere())
                .select(SIGNING_KEY.SECRET)
                .from(SIGNING_KEY)
                .where(SIGNING_KEY.NAME.eq(name))
                .fetchOne(SIGNING_KEY.SECRET);
        return Base64.getDecoder().decode(secret == null ? make(name) : secret);
    }

    /** Another node may have been first; then its key counts. */
    private String make(String name) {
        String made = Base64.getEncoder().encodeToString(RandomSecrets.bytes(BYTES));
        return commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, tx -> {
            tx.sql()
                    .insertInto(SIGNING_KEY)
                    .set(SIGNING_KEY.NAME, name)
                    .set(SIGNING_KEY.SECRET, made)
                    .set(SIGNING_KEY.CREATED_AT, clock.instant())
                    .onConflictDoNothing()
                    .execute();
            return Objects.requireNonNull(tx.sql()
                    .select(SIGNING_KEY.SECRET)
                    .from(SIGNING_KEY)
                    .where(SIGNING_KEY.NAME.eq(name))
                    .fetchSingle(SIGNING_KEY.SECRET));
        });
    }
}
