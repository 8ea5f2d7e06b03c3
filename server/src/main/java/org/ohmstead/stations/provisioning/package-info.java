/**
 * Boots and registration: who may speak, and who has to wait (OCPP 1.6 §4.2, 2.x block B). The gate stands before every other
 * message of a station.
 */
@NullMarked
package org.ohmstead.stations.provisioning;

import org.jspecify.annotations.NullMarked;
