/**
 * Writes what stations keep in memory, and clears away what is too old. Started and ended by the app.
 */
@NullMarked
package org.ohmstead.stations.ageing;

import org.jspecify.annotations.NullMarked;
