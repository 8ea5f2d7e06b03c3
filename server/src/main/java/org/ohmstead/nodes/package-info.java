/**
 * What this process must agree about with others that serve the same database: who it is, and what each of them remembers.
 * There is one node today. Each place that rests on that goes through here: the lease of a station
 * ({@code SqlStationStore.lease}), what caches forget ({@link org.ohmstead.nodes.Invalidations}), who is connected where
 * ({@code StationLinks}), and which node works on what (jobs, events). docs/decisions/0008-several-nodes.md says what a second node needs.
 */
@NullMarked
package org.ohmstead.nodes;

import org.jspecify.annotations.NullMarked;
