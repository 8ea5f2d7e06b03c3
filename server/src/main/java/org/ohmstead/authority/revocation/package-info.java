/**
 * What anybody may ask of certificates that were signed here: the list of those that are revoked (RFC 5280), and each by itself
 * (OCSP, RFC 6960). Nobody has to sign in; what one asker costs is bounded.
 */
@NullMarked
package org.ohmstead.authority.revocation;

import org.jspecify.annotations.NullMarked;
