package org.ohmstead.nodes;

/**
 * One process of the installation.
 *
 * @param name          unlike that of every other node, and the same after a restart
 * @param invalidations what it tells the others to forget, and hears from them
 */
public record Node(String name, Invalidations invalidations) {
    /** The only one. */
    public static Node alone() {
        return new Node("node-1", new Invalidations((cache, key) -> {}));
    }
}
