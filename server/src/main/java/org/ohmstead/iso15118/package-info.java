/**
 * Plug and Charge: contract certificates of vehicles, and who vouches for them (ISO 15118, OCPP 2.x C07 and block M). Only
 * handlers of stations' messages, and the API by its resources, come in here.
 */
@NullMarked
package org.ohmstead.iso15118;

import org.jspecify.annotations.NullMarked;
