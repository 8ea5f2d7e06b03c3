/**
 * The parties that share an installation and see nothing of each other; a single operator is the tenant
 * {@code default} and never meets the word.
 * Every slice asks {@link org.ohmstead.tenants.CurrentTenant} in its REST resources; stations get theirs with the handshake.
 */
@NullMarked
package org.ohmstead.tenants;

import org.jspecify.annotations.NullMarked;
