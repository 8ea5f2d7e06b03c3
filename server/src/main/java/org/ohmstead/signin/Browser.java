package org.ohmstead.signin;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;

/** What the request at hand says of who sends it, and what a browser is to keep. */
public interface Browser {
    /** From where it came. */
    Actor.Origin origin();

    /** As which program it names itself; null: as none. */
    @Nullable
    String userAgent();

    /** What says that somebody has signed in to this account with this browser before. */
    Optional<String> deviceOf(String email);

    /** From now on it shows this secret. */
    void keepSession(String secret);

    /** It shows none any more. */
    void forgetSession();

    /** It is remembered as one with which somebody has signed in to this account. */
    void keepDevice(String email);

    /** What it was given when somebody went to the identity provider with it. */
    Optional<String> attempt();

    /** It shows this when somebody comes back from the identity provider, and for no longer than that. */
    void keepAttempt(String secret, Duration longest);

    /** It shows that no more. */
    void forgetAttempt();
}
