/** What is measured, one class per scenario; each says in its comment how its figures are made. */
@NullMarked
package org.ohmstead.bench.scenario;

import org.jspecify.annotations.NullMarked;
