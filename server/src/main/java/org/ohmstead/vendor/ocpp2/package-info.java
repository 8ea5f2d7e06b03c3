/**
 * OCPP 2.x at the edge of vendor: its words in, ours out. Only {@code app} and tests come in here.
 */
@NullMarked
package org.ohmstead.vendor.ocpp2;

import org.jspecify.annotations.NullMarked;
