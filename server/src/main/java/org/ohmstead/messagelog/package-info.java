/**
 * The trace: every frame that came from a station and went to one, for people who look for the reason of something.
 * Not a fact: it never delays an answer, may be thinned under load, and ages out.
 * The connection's side in app writes it; nobody reads it but its own REST resource.
 */
@NullMarked
package org.ohmstead.messagelog;

import org.jspecify.annotations.NullMarked;
