package org.ohmstead.stations.groups;

import org.jspecify.annotations.Nullable;

/** A station in few words, for a group that it is in. */
public record StationGroupMember(String identity, @Nullable String name) {}
