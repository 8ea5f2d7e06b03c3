/**
 * Steps of jobs that a station was told to do: firmware, logs, diagnostics (1.6 §5, 2.x blocks L and N).
 */
@NullMarked
package org.ohmstead.reports.maintenance;

import org.jspecify.annotations.NullMarked;
