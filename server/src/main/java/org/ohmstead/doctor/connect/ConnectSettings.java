package org.ohmstead.doctor.connect;

/**
 * What a sheet has to know of how this server was started.
 *
 * @param passwordRequired whether every station needs a password
 */
public record ConnectSettings(boolean passwordRequired) {}
