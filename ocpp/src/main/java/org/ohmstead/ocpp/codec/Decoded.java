package org.ohmstead.ocpp.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a message.
 *
 * @param value     the record; null if and only if {@code fatal} says why there is none
 * @param tolerated what was read around
 * @param fatal     what made it unusable
 */
public record Decoded<T>(@Nullable T value, List<Deviation> tolerated, List<Deviation> fatal) {}
