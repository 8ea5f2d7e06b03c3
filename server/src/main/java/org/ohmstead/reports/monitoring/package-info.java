/**
 * What the monitors of a station notice: NotifyEvent (2.x N07).
 */
@NullMarked
package org.ohmstead.reports.monitoring;

import org.jspecify.annotations.NullMarked;
