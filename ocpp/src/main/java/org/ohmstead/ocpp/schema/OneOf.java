package org.ohmstead.ocpp.schema;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text whose values 1.6 or 2.0.1 fixed to the constants of an enum. 2.1 opened them all, and a lenient reading of any
 * version keeps other texts too, such as the unit {@code Hertz}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({RECORD_COMPONENT})
public @interface OneOf {
    Class<? extends Enum<?>> value();
}
