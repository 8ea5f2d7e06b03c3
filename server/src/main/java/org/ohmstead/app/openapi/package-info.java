/**
 * The API's OpenAPI document, completed while the server is built: what follows from the records and routes themselves, so that
 * nobody has to say it twice. Annotations at the resources say the rest, and {@code META-INF/openapi.yaml} what belongs to none. Who asks gets
 * it as it was built.
 */
@NullMarked
package org.ohmstead.app.openapi;

import org.jspecify.annotations.NullMarked;
