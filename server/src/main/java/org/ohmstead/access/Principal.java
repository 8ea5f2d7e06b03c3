package org.ohmstead.access;

import java.util.Set;

/**
 * Who has shown what proves them, and what they may do.
 *
 * @param stationGroups ids of the groups whose stations they see; empty: all stations of their tenant
 * @param proof         what they have shown
 */
public record Principal(Actor actor, Permissions permissions, Set<Long> stationGroups, Proof proof) {
    /** What somebody has shown. */
    public sealed interface Proof permits Local, SignedIn, Key {}

    /** The server's own key, which its user on its machine alone can read. */
    public record Local() implements Proof {}

    /**
     * A person who has signed in.
     *
     * @param byCookie a browser sends it by itself, whatever page asks
     */
    public record SignedIn(long user, long session, boolean byCookie) implements Proof {}

    /** An API key. */
    public record Key(long id) implements Proof {}

    /** What limits and counts go by. */
    public String id() {
        return switch (proof) {
            case Local local -> "local";
            case SignedIn person -> "user:" + person.user();
            case Key key -> "key:" + key.id();
        };
    }
}
