/** Messages of OCPP 2.1 about payments at the station. Known to the app alone. */
@NullMarked
package org.ohmstead.adhocpayment.ocpp2;

import org.jspecify.annotations.NullMarked;
