/**
 * Charging sessions, the meter readings of stations, and the trail of evidence behind each session.
 * Blocks E and J of OCPP 2.x; §4.7, §4.8 and §4.10 of 1.6. Money depends on this room: whatever a station reports is kept and
 * answered, and what is implausible is marked as a {@link org.ohmstead.charging.session.Suspicion}, never refused.
 * Other slices and REST come in through {@link org.ohmstead.charging.ChargingSessions} and the events.
 */
@NullMarked
package org.ohmstead.charging;

import org.jspecify.annotations.NullMarked;
