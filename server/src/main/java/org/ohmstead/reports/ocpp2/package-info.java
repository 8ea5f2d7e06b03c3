/**
 * OCPP 2.x at the edge of reports: its words in, ours out. Only {@code app}, tests and the edges of other slices come in here.
 */
@NullMarked
package org.ohmstead.reports.ocpp2;

import org.jspecify.annotations.NullMarked;
