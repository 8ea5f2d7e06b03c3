package org.ohmstead.access;

import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;
import org.ohmstead.background.PassesByItself;

/**
 * Asks {@link LiveAccess} for one stream, once a second at most. A stream that outlives its reader's access is a leak, and one whose
 * scope has changed shows the wrong stations: both end, and whoever may still read opens another one. Not safe for several threads.
 */
public final class StillAllowed {
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    private final LiveAccess access;
    private final Principal who;
    private final Set<String> permissions;
    private final LongSupplier nanos;
    private long askedAt;
    private boolean allowed = true;

    public StillAllowed(LiveAccess access, Principal who, String permission) {
        this(access, who, Set.of(permission));
    }

    /** @param permissions all of which the stream rests on */
    public StillAllowed(LiveAccess access, Principal who, Set<String> permissions) {
        this(access, who, permissions, System::nanoTime);
    }

    StillAllowed(LiveAccess access, Principal who, Set<String> permissions, LongSupplier nanos) {
        this.access = access;
        this.who = who;
        this.permissions = Set.copyOf(permissions);
        this.nanos = nanos;
        this.askedAt = nanos.getAsLong();
    }

    /** Whom it asks about. */
    public Principal who() {
        return who;
    }

    /** Once no, always no. */
    public boolean now() {
        if (allowed && nanos.getAsLong() - askedAt >= PAUSE) {
            try {
                allowed = permissions.stream().allMatch(each -> access.stands(who, each));
            } catch (PassesByItself databaseAway) {
                // nobody can have been refused meanwhile: that would have had to be written
            }
            askedAt = nanos.getAsLong();
        }
        return allowed;
    }
}
