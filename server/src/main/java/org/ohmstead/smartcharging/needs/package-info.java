/**
 * What EVs ask for over ISO 15118, the profiles that they are offered for it, and what they plan then (OCPP 2.x K15 to K20).
 */
@NullMarked
package org.ohmstead.smartcharging.needs;

import org.jspecify.annotations.NullMarked;
