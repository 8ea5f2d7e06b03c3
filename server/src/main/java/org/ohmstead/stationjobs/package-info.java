/**
 * Steps of jobs that a station was told to do: firmware updates, logs, diagnostics (1.6 §4.4, §4.5 and its security extension,
 * 2.x L01 to L03, N01). One list for all of them, because a station tells each step alike: a job, a request, a word. The messages
 * are read in {@code firmware} and {@code diagnostics}, the blocks that they belong to.
 */
@NullMarked
package org.ohmstead.stationjobs;

import org.jspecify.annotations.NullMarked;
