package org.ohmstead.doctor;

/**
 * What a technician is told, in sentences.
 *
 * @param sentence  what happened
 * @param atStation what to change at the station
 * @param here      what can be done at this server
 */
public record Advice(String sentence, String atStation, String here) {}
