package org.ohmstead.smartcharging.schedule;

/** A period that holds at a moment, with whose it is. */
record Leading(Profile profile, Schedule schedule, Period period) {}
