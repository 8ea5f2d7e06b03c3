package org.ohmstead.doctor.connect;

import java.util.List;
import java.util.function.Supplier;

/**
 * Under which addresses stations reach this server.
 *
 * @param bases what stands before the organisation and the identity, such as {@code ws://10.0.0.7:8080/ocpp}, without a slash at
 *              its end, the best first; known once the server listens
 */
public record StationUrls(Supplier<List<String>> bases) {}
