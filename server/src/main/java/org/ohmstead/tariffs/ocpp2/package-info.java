/** What messages of OCPP 2.1 tell of tariffs. Known to the app alone. */
@NullMarked
package org.ohmstead.tariffs.ocpp2;

import org.jspecify.annotations.NullMarked;
