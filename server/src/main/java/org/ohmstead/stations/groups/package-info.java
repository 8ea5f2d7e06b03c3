/**
 * Groups of stations: free labels by which lists are filtered, and to which roles and API keys may be limited. Others come in by
 * the service StationGroups.
 */
@NullMarked
package org.ohmstead.stations.groups;

import org.jspecify.annotations.NullMarked;
