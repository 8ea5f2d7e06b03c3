package org.ohmstead.virtualstations;

import java.util.function.Supplier;

/**
 * Where simulated stations dial in.
 *
 * @param server as it listens on this machine, such as {@code ws://127.0.0.1:8080}; known once it listens
 */
public record VirtualStationSettings(Supplier<String> server) {}
