/** What OCPP allows of charging profiles, and which one pushes another aside: asked before anything is sent (behaviour 7.2, 7.3). */
@NullMarked
package org.ohmstead.smartcharging.schedule.rules;

import org.jspecify.annotations.NullMarked;
