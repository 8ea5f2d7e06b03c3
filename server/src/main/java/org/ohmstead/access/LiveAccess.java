package org.ohmstead.access;

/** Whether somebody whom the door has let in would be let in now too: for what stays open, such as a stream. */
@FunctionalInterface
public interface LiveAccess {
    /**
     * Blocks where something is not in memory.
     *
     * @return false: their key was revoked, their session is over, they were disabled, or they may not do this any more, or see
     *     other groups of stations
     */
    boolean stands(Principal who, String permission);
}
