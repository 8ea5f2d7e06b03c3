/** Blocks M and C07 of OCPP 2.x: what stations ask about certificates, in the words of 2.0.1 and 2.1. */
@NullMarked
package org.ohmstead.iso15118.ocpp2;

import org.jspecify.annotations.NullMarked;
