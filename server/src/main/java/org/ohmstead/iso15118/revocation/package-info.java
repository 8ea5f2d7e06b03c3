/**
 * Whether certificates are revoked: asks OCSP responders (RFC 6960) and fetches revocation lists (RFC 5280), and keeps what they
 * say until they say when to ask again.
 */
@NullMarked
package org.ohmstead.iso15118.revocation;

import org.jspecify.annotations.NullMarked;
