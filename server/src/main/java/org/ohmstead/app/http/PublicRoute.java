package org.ohmstead.app.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Answers anybody. A resource without it asks whoever comes from elsewhere for the API token. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface PublicRoute {}
