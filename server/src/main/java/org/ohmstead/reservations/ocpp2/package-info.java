/** Messages of OCPP 2.x about reservations. Known to the app alone. */
@NullMarked
package org.ohmstead.reservations.ocpp2;

import org.jspecify.annotations.NullMarked;
