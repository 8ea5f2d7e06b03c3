package org.ohmstead.ocpp.schema;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The decimal of which the number must be a whole multiple, for example {@code 0.1}. Compared in decimal: 8.1 is a multiple of 0.1. */
@Retention(RetentionPolicy.RUNTIME)
@Target({RECORD_COMPONENT})
public @interface Step {
    String value();
}
