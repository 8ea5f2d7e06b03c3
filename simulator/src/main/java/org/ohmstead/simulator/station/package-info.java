/**
 * A station as both families of the protocol see it: outlets, cars, meters, limits, the queue of transaction messages, the
 * connection. What it says and how it answers is left to a {@link org.ohmstead.simulator.station.Protocol}.
 * Everything that changes is guarded by the lock of its {@code Station}; nothing here blocks but where it says so.
 */
@NullMarked
package org.ohmstead.simulator.station;

import org.jspecify.annotations.NullMarked;
