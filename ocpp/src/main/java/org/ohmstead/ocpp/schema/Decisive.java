package org.ohmstead.ocpp.schema;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Optional, but absence has a meaning of its own (no measurand: the energy register). So a lenient reading that does not
 * understand what stands here gives up the whole object instead of the field, lest a number be taken for what it is not.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({RECORD_COMPONENT})
public @interface Decisive {}
