package org.ohmstead.ocpp.schema;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The text of a token. Blanks and control characters at its ends are no part of it: readers and their buffers put them there, and
 * no card has them. A lenient reading leaves them out and counts them.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({RECORD_COMPONENT})
public @interface TokenText {}
