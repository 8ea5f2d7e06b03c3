/** Priority charging (OCPP 2.1 K21, K22): switched from here or at the station, and what the station says to it. */
@NullMarked
package org.ohmstead.smartcharging.priority;

import org.jspecify.annotations.NullMarked;
