/**
 * What the server does of itself later, or every so often: once, however many servers share the database, with retries, and
 * seen by operators. Slices hand in what there is to do; {@code docs/decisions/0007-jobs.md} says what runs it. A station's jobs,
 * such as firmware updates, are something else ({@code stationjobs}).
 */
@NullMarked
package org.ohmstead.jobs;

import org.jspecify.annotations.NullMarked;
