/**
 * The monitors of a station (OCPP 2.x N02 to N06): set, removed, asked for, and known as the station last told of them, by
 * whatever way it was asked. Setting and removing end what stands on a monitor: its alerts and its streams.
 */
@NullMarked
package org.ohmstead.monitoring.monitors;

import org.jspecify.annotations.NullMarked;
