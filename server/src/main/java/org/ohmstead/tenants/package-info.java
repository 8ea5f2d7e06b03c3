/**
 * The parties that share an installation and see nothing of each other; a single operator is the tenant
 * {@code default} and never meets the word.
 * Stations get theirs with the handshake, who asks over REST with the door that let them in. This is their register; who makes,
 * suspends and removes them is in {@code organisations}.
 */
@NullMarked
package org.ohmstead.tenants;

import org.jspecify.annotations.NullMarked;
