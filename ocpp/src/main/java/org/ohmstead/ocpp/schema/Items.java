package org.ohmstead.ocpp.schema;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many elements a list must and may have. */
@Retention(RetentionPolicy.RUNTIME)
@Target({RECORD_COMPONENT})
public @interface Items {
    int min() default 0;

    int max() default Integer.MAX_VALUE;
}
