/**
 * What stations report beside charging: security events, what their monitors noticed, the progress of jobs (firmware, logs),
 * and reports that come in pages. OCPP 1.6 §4.4, §4.5 and its security extension; OCPP 2.x A04, B07, B08, L, N, and the
 * pages of K09, O03 and R04. Later slices read what they need from here, or take its message over.
 */
@NullMarked
package org.ohmstead.reports;

import org.jspecify.annotations.NullMarked;
