/**
 * What users may do: built-in roles, and those that an organisation makes of permissions.
 */
@NullMarked
package org.ohmstead.roles;

import org.jspecify.annotations.NullMarked;
