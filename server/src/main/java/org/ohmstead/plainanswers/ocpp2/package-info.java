/**
 * The plain answers of OCPP 2.x, by functional block. Only {@code app} and tests come in here.
 */
@NullMarked
package org.ohmstead.plainanswers.ocpp2;

import org.jspecify.annotations.NullMarked;
