/**
 * What of a station takes no new sessions because somebody said so, and that the station is told it (1.6 §5.2, 2.x G03 and G04):
 * station, EVSE or connector, kept until it is lifted and sent again after each boot. Others ask {@code ConnectorBlocks}. The
 * availability that somebody wants is the same thing seen from the other side: out of service is a block, and in service is one
 * that was lifted and is kept, so that there is one mechanism that tells stations, follows Scheduled and tells again after a boot.
 */
@NullMarked
package org.ohmstead.blocks;

import org.jspecify.annotations.NullMarked;
