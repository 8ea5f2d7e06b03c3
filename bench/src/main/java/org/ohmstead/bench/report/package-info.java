/** Figures and how they are shown: a table, JSON, SVG charts, and the comparison with the ratios of an earlier run. */
@NullMarked
package org.ohmstead.bench.report;

import org.jspecify.annotations.NullMarked;
