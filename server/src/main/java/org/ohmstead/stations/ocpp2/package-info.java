/**
 * BootNotification, Heartbeat, StatusNotification and NotifyEvent of OCPP 2.0.1 and 2.1 (B01 to B03, G01, G02, N07), translated
 * in and out. The rules are in the services of {@code org.ohmstead.stations}; only the routes of 2.x come in here.
 */
@NullMarked
package org.ohmstead.stations.ocpp2;

import org.jspecify.annotations.NullMarked;
