/**
 * What stations are set to: the variables of the device model (2.x B05 to B08) and the configuration keys of 1.6 as one thing, whence
 * each is known, and what it was before. Messages and commands fill it by whatever way they go. The pages of a report are put
 * together and kept by {@code reports}; reading and writing a station is {@code configuration}.
 */
@NullMarked
package org.ohmstead.devicemodel;

import org.jspecify.annotations.NullMarked;
