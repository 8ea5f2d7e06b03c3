package org.ohmstead.smartcharging.schedule.rules;

/**
 * Why a profile is not one that may be sent.
 *
 * @param field of the ChargingProfile, as a path
 * @param text  what was found, what is allowed, what to do; a sentence or two
 */
public record Problem(String field, String text) {}
