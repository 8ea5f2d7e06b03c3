/**
 * Payloads of OCPP 2.x as JSON again, for the edges of slices that keep them. Only they come in here.
 */
@NullMarked
package org.ohmstead.notices.ocpp2;

import org.jspecify.annotations.NullMarked;
