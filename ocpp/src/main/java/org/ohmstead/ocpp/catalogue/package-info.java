/**
 * Every action of the three versions, with its records. The list that routes, schemas and tests are held against.
 */
@NullMarked
package org.ohmstead.ocpp.catalogue;

import org.jspecify.annotations.NullMarked;
