/**
 * What the monitors of a station notice: NotifyEvent (2.x N07), and the reports of which monitors there are (N02). A report that
 * comes in pages is put together by {@code reports}.
 */
@NullMarked
package org.ohmstead.monitoring;

import org.jspecify.annotations.NullMarked;
