package org.ohmstead.stationjobs;

/**
 * A step of a job that is kept.
 *
 * @param id      grows with each arrival
 * @param station the identity of who reported it
 */
public record JobStatus(long id, String station, JobReport report) {}
