package org.ohmstead.app.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents a component of a settings record. Its name is the component's in kebab case: {@code pingInterval} is the flag
 * {@code --ping-interval}, the variable {@code OHMSTEAD_PING_INTERVAL} and the key {@code ping-interval}.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
@interface Setting {
    /** What it does and when to change it. */
    String value();

    /** As one would write it. */
    String fallback();

    /** The smallest value of a number, duration or size, as one would write it; empty: no limit. */
    String min() default "";

    String max() default "";

    /** A word that is allowed beside what the type allows, such as {@code off}, and stands for zero. */
    String off() default "";

    /** Whether its value must not be shown in errors, because it may hold a password. */
    boolean secret() default false;
}
