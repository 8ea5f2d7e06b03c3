/**
 * Remote starts (1.6 §5.11, 2.x F01 and F02): each is one object from the wish to the session that follows, or to why none did.
 * A token that is not registered is vouched for as long as its remote start waits for its session.
 */
@NullMarked
package org.ohmstead.remote.starts;

import org.jspecify.annotations.NullMarked;
