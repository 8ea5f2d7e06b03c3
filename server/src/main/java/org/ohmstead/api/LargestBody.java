package org.ohmstead.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How large the body of a request may be, in bytes; up to {@code quarkus.http.limits.max-body-size}. Without it: {@link #USUAL}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface LargestBody {
    /** 1 MiB. */
    int USUAL = 1 << 20;

    /** Of files: as large as {@code max-upload} says. */
    int UPLOAD = -1;

    int value();
}
