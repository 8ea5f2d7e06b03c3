/**
 * What {@code /metrics} shows: the messages of stations' links, events and jobs; the state of the whole server is beside, in app.
 * Identities of stations are never tags.
 */
@NullMarked
package org.ohmstead.app.metrics;

import org.jspecify.annotations.NullMarked;
