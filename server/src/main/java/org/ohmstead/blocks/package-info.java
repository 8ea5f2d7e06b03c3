/**
 * What of a station takes no new sessions because somebody said so, and that the station is told it (1.6 §5.2, 2.x G03 and G04):
 * station, EVSE or connector, kept until it is lifted and sent again after each boot. Others ask {@code ConnectorBlocks}.
 */
@NullMarked
package org.ohmstead.blocks;

import org.jspecify.annotations.NullMarked;
