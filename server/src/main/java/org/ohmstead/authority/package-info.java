/**
 * Certificate authorities of an organisation: its own, external ones by EST (RFC 7030), and those of others that are believed
 * (OCPP 2.x blocks A and M, 1.6 security extension). The rooms below hold what they have signed and what stations have asked for.
 */
@NullMarked
package org.ohmstead.authority;

import org.jspecify.annotations.NullMarked;
