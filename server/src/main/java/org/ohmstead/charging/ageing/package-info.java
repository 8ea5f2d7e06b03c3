/**
 * Partitions of readings, and the roll-up of those that are old. Off the way of any message: what ages here changes no
 * session's energy.
 */
@NullMarked
package org.ohmstead.charging.ageing;

import org.jspecify.annotations.NullMarked;
