/**
 * What happened to the controls of stations (OCPP 2.1 R04, R05), in the order of time: begun, ended, and alarms from the grid with
 * their ends.
 */
@NullMarked
package org.ohmstead.dercontrol.timeline;

import org.jspecify.annotations.NullMarked;
