/**
 * The REST interface of stations: configuration, state, what an operator should know. Thin: it asks the other packages of this
 * slice.
 */
@NullMarked
package org.ohmstead.stations.rest;

import org.jspecify.annotations.NullMarked;
