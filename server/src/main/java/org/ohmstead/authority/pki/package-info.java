/**
 * Keys, requests and certificates by RFC 2986 and RFC 5280, with BouncyCastle: what is in them, and how they are made. It knows no
 * stations, tenants or tables. The rooms around it come in.
 */
@NullMarked
package org.ohmstead.authority.pki;

import org.jspecify.annotations.NullMarked;
