package org.ohmstead.stations.groups;

/** A group in few words, for a station that is in it. */
public record StationGroupName(long id, String name) {}
