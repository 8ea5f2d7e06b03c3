/**
 * OCPP 2.x at the edge of the device model: its words in, ours out. Only {@code app}, tests and the edges of
 * other slices come in here.
 */
@NullMarked
package org.ohmstead.devicemodel.ocpp2;

import org.jspecify.annotations.NullMarked;
