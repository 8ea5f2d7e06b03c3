/**
 * One link: a station's connection seen as messages instead of text (OCPP-J). {@link org.ohmstead.ocpp.rpc.OcppLink} reads frames,
 * serves the other side's CALLs in order by {@link org.ohmstead.ocpp.rpc.routing.Routes} and carries our own, one at a time.
 * It knows no socket, no thread pool and no clock: they come in as {@code Wire} and {@code LinkEngine}. Used at both ends of the wire.
 */
@NullMarked
package org.ohmstead.ocpp.rpc;

import org.jspecify.annotations.NullMarked;
