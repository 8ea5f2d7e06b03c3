package org.ohmstead.ocpp.schema;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.ElementType.TYPE;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.ohmstead.ocpp.OcppVersion;

/** Exists from this version of the 2.x family on: an older connection neither sends it nor, in strict mode, accepts it. */
@Retention(RetentionPolicy.RUNTIME)
@Target({TYPE, FIELD, RECORD_COMPONENT})
public @interface Since {
    OcppVersion value();
}
