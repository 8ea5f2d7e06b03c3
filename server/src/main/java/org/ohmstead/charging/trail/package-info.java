/**
 * What touched a session, step by step: each message and each act of ours, what it said and what became of the session by it.
 * Not called events: those are facts that are told to others.
 */
@NullMarked
package org.ohmstead.charging.trail;

import org.jspecify.annotations.NullMarked;
