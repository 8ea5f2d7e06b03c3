/**
 * JSON to message records and back, with every rule of the schemas. Strict as the schema for what we send; what we receive
 * is read leniently: each difference is collected as a {@link org.ohmstead.ocpp.codec.Deviation} instead of costing the message.
 * Come in by {@link org.ohmstead.ocpp.codec.RecordCodec}; {@code rpc} uses it for frames, the simulator and the server's tests too.
 */
@NullMarked
package org.ohmstead.ocpp.codec;

import org.jspecify.annotations.NullMarked;
