/**
 * Reads and writes what stations are set to (1.6 §5.2, §5.7; 2.x B05 to B08): in portions that the station takes, one result for each
 * value. What it learns is kept by {@code devicemodel}; what stations are to be set to is {@code configuration.desired}.
 */
@NullMarked
package org.ohmstead.configuration;

import org.jspecify.annotations.NullMarked;
