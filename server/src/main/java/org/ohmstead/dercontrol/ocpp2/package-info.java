/** Messages of OCPP 2.1 about controls for the grid. Known to the app alone. */
@NullMarked
package org.ohmstead.dercontrol.ocpp2;

import org.jspecify.annotations.NullMarked;
