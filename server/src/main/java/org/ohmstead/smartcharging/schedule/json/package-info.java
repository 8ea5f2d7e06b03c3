/**
 * Charging profiles as OCPP writes them, read and written: ChargingProfile of 2.x, which is also how they are kept and how the API
 * shows them, and that of 1.6. Lenient where stations wrote them: what cannot be read is left out, and said.
 */
@NullMarked
package org.ohmstead.smartcharging.schedule.json;

import org.jspecify.annotations.NullMarked;
