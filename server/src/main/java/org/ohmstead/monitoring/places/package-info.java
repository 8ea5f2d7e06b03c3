/**
 * What monitors watch, and how two of them are found to be the same (OCPP 2.x: names of components and variables are compared
 * without case).
 */
@NullMarked
package org.ohmstead.monitoring.places;

import org.jspecify.annotations.NullMarked;
