/**
 * BootNotification, Heartbeat and StatusNotification of OCPP 1.6 (§4.2, §4.6, §4.9), translated in and out.
 * The rules are in the services of {@code org.ohmstead.stations}; only the routes of 1.6 come in here.
 */
@NullMarked
package org.ohmstead.stations.ocpp16;

import org.jspecify.annotations.NullMarked;
