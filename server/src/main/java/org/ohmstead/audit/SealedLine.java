package org.ohmstead.audit;

/**
 * A line as it stands in its chain.
 *
 * @param seq  from 1 on, without gaps
 * @param hash of it and of the line before it
 */
record SealedLine(long seq, AuditLine line, String hash) {}
