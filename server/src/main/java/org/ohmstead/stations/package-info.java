/**
 * The stations: who they are, whether they may connect and what they may say, and what is known of their connectors and
 * connections. OCPP 1.6 §4.2, §4.6, §4.9; OCPP 2.x blocks B and G. Others come in by the services and the events of this room.
 */
@NullMarked
package org.ohmstead.stations;

import org.jspecify.annotations.NullMarked;
