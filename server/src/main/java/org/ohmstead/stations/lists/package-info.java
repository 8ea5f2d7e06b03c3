/**
 * Stations as a list: filtered, sorted, and each with how it is now. What that is, is worked out by the database, for a page of
 * stations at once. Called by {@code stations.rest}.
 */
@NullMarked
package org.ohmstead.stations.lists;

import org.jspecify.annotations.NullMarked;
