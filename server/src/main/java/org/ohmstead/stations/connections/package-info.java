/**
 * Connections of stations, attempts that failed, when each was last seen. Newer connections have higher numbers: what an older
 * one says changes nothing.
 */
@NullMarked
package org.ohmstead.stations.connections;

import org.jspecify.annotations.NullMarked;
