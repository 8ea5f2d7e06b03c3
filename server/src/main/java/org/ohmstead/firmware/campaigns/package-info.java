/**
 * Firmware for many stations: in waves, a few of them first (the canary), and no further when too many fail. What is to be done next
 * stands in the database, and a job does it, so that a campaign goes on behind a restart.
 */
@NullMarked
package org.ohmstead.firmware.campaigns;

import org.jspecify.annotations.NullMarked;
