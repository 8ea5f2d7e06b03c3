/** Messages of OCPP 2.1 about battery swaps. Known to the app alone. */
@NullMarked
package org.ohmstead.batteryswap.ocpp2;

import org.jspecify.annotations.NullMarked;
