/**
 * What is wrong at stations by their own word (OCPP 2.x N07): a monitor's bound that is passed, a component with a problem. An
 * alert is raised by an event and ended by the one that clears it, by the end of its monitor, or by hand.
 */
@NullMarked
package org.ohmstead.monitoring.alerts;

import org.jspecify.annotations.NullMarked;
