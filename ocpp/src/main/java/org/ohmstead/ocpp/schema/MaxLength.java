package org.ohmstead.ocpp.schema;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The most characters a text, or each text of a list, may have. */
@Retention(RetentionPolicy.RUNTIME)
@Target({RECORD_COMPONENT})
public @interface MaxLength {
    int value();

    /** The limit of 2.0.1 where it is another; -1: the same. */
    int v201() default -1;
}
