/**
 * The events of an organisation for those who read its API: the list of what is kept, and the stream of what comes, so that what a
 * page shows moves by itself. Who sees which event is said here.
 */
@NullMarked
package org.ohmstead.eventstream;

import org.jspecify.annotations.NullMarked;
