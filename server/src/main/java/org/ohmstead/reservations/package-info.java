/**
 * Connectors that are kept for somebody for a while (1.6 §5.13, 2.x block H): asked of the station, followed to their end, and
 * respected when a session begins. Others ask {@code Reservations}.
 */
@NullMarked
package org.ohmstead.reservations;

import org.jspecify.annotations.NullMarked;
