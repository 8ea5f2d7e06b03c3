package org.ohmstead.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What somebody must be allowed to do who calls this method of a resource: {@code station.read}, {@code token.write}. A word for
 * the thing and one for what is done with it. Every method of the API has one, and no list of them stands anywhere else.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Permission {
    /** Such as {@code session.stop}. */
    String value();
}
