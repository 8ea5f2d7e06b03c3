package org.ohmstead.users;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.lanes.Tx;

/** Changes that people make to their own account, each in one unit with what follows from it. */
@Singleton
public class UserChanges {
    private final SqlUserStore store;

    @Inject
    public UserChanges(SqlUserStore store) {
        this.store = store;
    }

    /** Whoever signs in with an address, of whichever organisation. */
    public Optional<User> byEmail(String email) {
        return store.byEmail(email);
    }

    /** What is done with a user, who stands as they do within the unit. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T run(Tx tx, User user);
    }

    /** @throws java.util.NoSuchElementException if the user is gone meanwhile */
    public <T extends @Nullable Object> T write(long id, Work<T> work) {
        return store.write(id, tx -> work.run(tx, SqlUserStore.find(tx, id).orElseThrow()));
    }

    public void update(Tx tx, User user) {
        SqlUserStore.update(tx, user);
    }

    /** Uses one up. @return false: there is none of that hash */
    public boolean useRecoveryCode(Tx tx, long user, String hash) {
        return SqlUserStore.useRecoveryCode(tx, user, hash);
    }

    /** Puts others in place of what is left of them. @param hashes empty: none then */
    public void recoveryCodes(Tx tx, User user, Set<String> hashes) {
        SqlUserStore.recoveryCodes(tx, user, hashes);
    }

    public int recoveryCodesLeft(long user) {
        return store.recoveryCodesLeft(user);
    }
}
