/**
 * The constraints of the JSON schemas as annotations on the components of the message records.
 * What is not {@code @Nullable} is required; types, lengths, ranges and enums are checked as the connection's version has them.
 */
@NullMarked
package org.ohmstead.ocpp.schema;

import org.jspecify.annotations.NullMarked;
