/**
 * Facts that have happened, told to whoever wants to know: live feed, webhooks, alerts. An event is committed with its
 * fact, and passed on afterwards, at least once.
 * Every slice may append events and listen to them.
 */
@NullMarked
package org.ohmstead.events;

import org.jspecify.annotations.NullMarked;
