/**
 * What partners of an operator see and do, by an API key that may be limited to groups of stations: which connectors are free,
 * as a list and as a live feed, and blocking them. Nothing that a partner need not know: no tokens, no sessions, no people.
 */
@NullMarked
package org.ohmstead.partners;

import org.jspecify.annotations.NullMarked;
