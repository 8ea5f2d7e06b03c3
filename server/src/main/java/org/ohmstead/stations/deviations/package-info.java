/**
 * Where the messages of a station differ from their schema, counted. In memory, and written now and then.
 */
@NullMarked
package org.ohmstead.stations.deviations;

import org.jspecify.annotations.NullMarked;
