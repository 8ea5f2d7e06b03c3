/**
 * Group commit: units of work of many stations in one transaction, in order, by a lane each (house rule: answer after commit).
 * Whoever writes comes in by GroupCommit.
 */
@NullMarked
package org.ohmstead.db.lanes;

import org.jspecify.annotations.NullMarked;
