/**
 * Controls of distributed energy resources (OCPP 2.1 block R): what a grid operator wants of stations that feed in, set, read and
 * cleared, with what each station said and has. Priorities and times between programs of the grid are whoever's that set them. What
 * happens to controls is in {@code timeline}.
 */
@NullMarked
package org.ohmstead.dercontrol;

import org.jspecify.annotations.NullMarked;
