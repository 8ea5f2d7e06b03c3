/**
 * The states of connectors, as stations report them (OCPP 1.6 §4.9, 2.x block G). Others learn of changes by ConnectorWatch
 * and the events.
 */
@NullMarked
package org.ohmstead.stations.availability;

import org.jspecify.annotations.NullMarked;
