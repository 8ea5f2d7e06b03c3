/**
 * OCPP 2.x at the edge of diagnostics: its words in, ours out. Only {@code app}, tests and the edges of other slices come in here.
 */
@NullMarked
package org.ohmstead.diagnostics.ocpp2;

import org.jspecify.annotations.NullMarked;
