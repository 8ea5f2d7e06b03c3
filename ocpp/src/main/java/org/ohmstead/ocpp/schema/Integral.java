package org.ohmstead.ocpp.schema;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.ohmstead.ocpp.OcppVersion;

/** A decimal that is a whole number in the named version. */
@Retention(RetentionPolicy.RUNTIME)
@Target({RECORD_COMPONENT})
public @interface Integral {
    OcppVersion value();
}
