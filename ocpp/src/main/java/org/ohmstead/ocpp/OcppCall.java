package org.ohmstead.ocpp;

/**
 * The payload of a CALL: every request record is one. {@code R} is the record of its answer.
 *
 * @param <R> what the other side answers
 */
public interface OcppCall<R extends OcppResult> {}
