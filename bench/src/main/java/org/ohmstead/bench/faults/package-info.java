/**
 * What the server is worth when things break: stations keep every fact that was acknowledged, something is
 * killed, filled or frozen, and afterwards the database is looked into from outside.
 */
@NullMarked
package org.ohmstead.bench.faults;

import org.jspecify.annotations.NullMarked;
