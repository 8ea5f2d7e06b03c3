/**
 * External authorities by EST (RFC 7030): asked over HTTPS, with a password or a certificate of this server, for certificates of
 * stations and for their own.
 */
@NullMarked
package org.ohmstead.authority.est;

import org.jspecify.annotations.NullMarked;
