/**
 * The messages of OCPP 1.6J, the security extension included: one file per action with its Request and Response.
 * Facts of the schemas 1.6:2019:12 and Cp:1.6:2020:3. The words of the specification stay inside here and the handlers.
 * {@code @Required} with {@code @Nullable}: demanded by the schema, but a lenient reading may miss it.
 */
@NullMarked
package org.ohmstead.ocpp.v16;

import org.jspecify.annotations.NullMarked;
