/**
 * The plain answers of OCPP 1.6. Only {@code app} and tests come in here.
 */
@NullMarked
package org.ohmstead.plainanswers.ocpp16;

import org.jspecify.annotations.NullMarked;
