/**
 * What results of all profiles and limits of a station together: as we compute it, as the station says, and where the two differ
 * (OCPP 2.x K08; 1.6 §5.7).
 */
@NullMarked
package org.ohmstead.smartcharging.composites;

import org.jspecify.annotations.NullMarked;
