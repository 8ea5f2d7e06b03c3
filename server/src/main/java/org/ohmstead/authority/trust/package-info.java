/**
 * Whom stations are believed by their certificate: what our own and external authorities have signed, and what the roots that an
 * operator has named have. The handshake comes in by the interface ClientTrust.
 */
@NullMarked
package org.ohmstead.authority.trust;

import org.jspecify.annotations.NullMarked;
