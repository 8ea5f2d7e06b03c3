package org.ohmstead.authority;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.encryption.Encryption;

/** Whether there are secrets that the key of this installation does not open: its file was lost, and made anew. */
@Singleton
public class LostKeys {
    private static final int MOST_NAMED = 10;

    private final SqlAuthorityStore store;
    private final Encryption encryption;

    @Inject
    public LostKeys(SqlAuthorityStore store, Encryption encryption) {
        this.store = store;
        this.encryption = encryption;
    }

    /** In a sentence or two, for the log; empty: all can be opened. */
    public Optional<String> warning() {
        List<Authority> lost = store.withSecrets().stream()
                .filter(one -> foreign(one).findAny().isPresent())
                .toList();
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        String keys = lost.stream()
                .flatMap(this::foreign)
                .map(Encryption::keyOf)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        String named = lost.stream()
                .limit(MOST_NAMED)
                .map(one -> "tenant=" + one.tenant() + " " + one.told())
                .collect(Collectors.joining(", "));
        return Optional.of("encryption-key: secrets of " + lost.size()
                + " authorities were encrypted with another key ("
                + keys + ") than the one that counts now (" + encryption.own() + "), so these cannot sign: " + named
                + (lost.size() > MOST_NAMED ? " and more" : "")
                + ". Put the right key back from the backup and start again; without it make new authorities.");
    }

    private Stream<String> foreign(Authority one) {
        Authority.Est est = one.est();
        return Stream.<@Nullable String>of(one.sealedKey(), est == null ? null : est.sealed())
                .filter(text -> text != null && !encryption.isOurs(text))
                .map(String::valueOf);
    }
}
