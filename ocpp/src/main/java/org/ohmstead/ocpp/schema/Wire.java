package org.ohmstead.ocpp.schema;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name on the wire, where it is no good Java name. */
@Retention(RetentionPolicy.RUNTIME)
@Target({RECORD_COMPONENT})
public @interface Wire {
    String value();
}
