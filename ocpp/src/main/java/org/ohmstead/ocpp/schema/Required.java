package org.ohmstead.ocpp.schema;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.ohmstead.ocpp.OcppVersion;

/** The schema demands it (in the named versions; in all when none is named), yet a lenient reading may leave it null, because real stations omit or break it and the message still has to be served. */
@Retention(RetentionPolicy.RUNTIME)
@Target({RECORD_COMPONENT})
public @interface Required {
    OcppVersion[] value() default {};
}
