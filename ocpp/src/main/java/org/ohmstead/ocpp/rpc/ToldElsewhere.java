package org.ohmstead.ocpp.rpc;

/**
 * A failure of whatever a handler needs, such as a database that is away, which tells of itself once. The CALLs that fail of it
 * are answered as any other failure, but a line of the log for each would tell nothing new and could fill a disk.
 */
public interface ToldElsewhere {}
