/**
 * What makes the energy of a session believable: chains of register values, intervals, what an EVSE can deliver, and the
 * verdict on all of it. Rules without a database: values in, values out. See docs/energy.md.
 */
@NullMarked
package org.ohmstead.charging.metering;

import org.jspecify.annotations.NullMarked;
