/** Messages of OCPP 2.x about smart charging (block K). Known to the app alone. */
@NullMarked
package org.ohmstead.smartcharging.ocpp2;

import org.jspecify.annotations.NullMarked;
