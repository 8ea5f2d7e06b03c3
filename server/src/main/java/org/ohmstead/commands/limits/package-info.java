/**
 * What stations have told of the most that they take in a message (OCPP 2.x device model, 1.6 configuration keys), and how requests
 * keep to it: more is refused, or goes in several messages.
 */
@NullMarked
package org.ohmstead.commands.limits;

import org.jspecify.annotations.NullMarked;
