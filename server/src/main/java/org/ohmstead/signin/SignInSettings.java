package org.ohmstead.signin;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * For how long people stay signed in.
 *
 * @param idle    without a request
 * @param longest however many requests there are
 * @param issuer  of the identity provider, as users have it; null: there is none
 */
public record SignInSettings(
        Duration idle, Duration longest, @Nullable String issuer) {
    /** How long an access token of a program counts. */
    public static final Duration ACCESS_TOKEN = Duration.ofMinutes(10);

    public static SignInSettings defaults() {
        return new SignInSettings(Duration.ofHours(12), Duration.ofDays(30), null);
    }
}
