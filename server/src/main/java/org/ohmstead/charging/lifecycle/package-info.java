/**
 * How sessions begin, go on and end: by the messages of each version, by other signs, by age; in which order, and what of it
 * is durable. StartTransaction and StopTransaction (1.6 §4.8, §4.10), TransactionEvent (2.x block E). Behind the door
 * ChargingSessions.
 */
@NullMarked
package org.ohmstead.charging.lifecycle;

import org.jspecify.annotations.NullMarked;
