package org.ohmstead.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How long the answer of a request may take, in minutes, where {@code request-timeout} is too short for what it waits for. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface LongestAnswer {
    /** Until either side ends it. */
    int FOREVER = 0;

    int value();
}
