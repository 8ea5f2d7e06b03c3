package org.ohmstead.stations.availability;

import org.ohmstead.stations.StationRef;

/** A connector with its station. */
public record StationConnector(StationRef station, ConnectorState state) {}
