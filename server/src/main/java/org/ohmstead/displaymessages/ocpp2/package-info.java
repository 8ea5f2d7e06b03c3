/** Messages of OCPP 2.x about texts on displays. Known to the app alone. */
@NullMarked
package org.ohmstead.displaymessages.ocpp2;

import org.jspecify.annotations.NullMarked;
