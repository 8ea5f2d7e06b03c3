/**
 * Organisations: made, suspended, resumed and removed by the installation's administrators, named and set up by their own owners.
 * The register itself is in {@code tenants}, which everything asks; this stands above all that an organisation has.
 */
@NullMarked
package org.ohmstead.organisations;

import org.jspecify.annotations.NullMarked;
