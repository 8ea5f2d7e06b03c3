package org.ohmstead.ocpp.schema;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.ohmstead.ocpp.OcppVersion;

/** The bounds of a number, or of each number of a list, both inclusive. */
@Retention(RetentionPolicy.RUNTIME)
@Target({RECORD_COMPONENT})
public @interface Range {
    long min() default Long.MIN_VALUE;

    long max() default Long.MAX_VALUE;

    /** The first version whose schema has these bounds; a 2.0.1 connection knows none where it says V21. */
    OcppVersion[] since() default {};
}
