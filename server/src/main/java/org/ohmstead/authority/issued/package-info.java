/**
 * Each certificate that was ever issued to a station from here: listed with what the station said to it, whether it is used, and
 * revoked where somebody says so. Who asks whether one is revoked comes in by IssuedCertificates.
 */
@NullMarked
package org.ohmstead.authority.issued;

import org.jspecify.annotations.NullMarked;
