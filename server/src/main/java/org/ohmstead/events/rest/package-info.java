/**
 * Events over REST: those that did not get through.
 */
@NullMarked
package org.ohmstead.events.rest;

import org.jspecify.annotations.NullMarked;
