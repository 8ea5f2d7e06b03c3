/**
 * Who changed what, when and from where: a line for each change, in the commit of that change, chained by hash for each tenant.
 * Services of all slices record here; it knows none of them. docs/audit.md says what is recorded, and what the chain proves.
 */
@NullMarked
package org.ohmstead.audit;

import org.jspecify.annotations.NullMarked;
