/**
 * The availability that somebody wants of a station, an EVSE or a connector (1.6 §5.2, 2.x G03 and G04), as one operation. What is
 * kept of it, and who tells the station, is the slice of blocks: out of service is a block.
 */
@NullMarked
package org.ohmstead.remote.availability;

import org.jspecify.annotations.NullMarked;
