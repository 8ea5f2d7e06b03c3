/**
 * Charging profiles and what results of them (OCPP 1.6 §3.13, 2.x block K), in words of no version: a library without SQL, sockets
 * or clock, for the slice around it and for whatever distributes power later. {@link org.ohmstead.smartcharging.schedule.Composition}
 * computes the composite schedule of an EVSE and of a station; what reads and writes OCPP's JSON stands in {@code schedule.json}.
 */
@NullMarked
package org.ohmstead.smartcharging.schedule;

import org.jspecify.annotations.NullMarked;
