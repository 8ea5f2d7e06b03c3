/** Limits that somebody else has set at a station, as it tells of them (OCPP 2.x K11 to K14, K27). */
@NullMarked
package org.ohmstead.smartcharging.limits;

import org.jspecify.annotations.NullMarked;
