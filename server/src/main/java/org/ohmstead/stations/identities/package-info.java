/**
 * Two devices that call themselves by one name: how it shows, and how it is told. For boots and connections.
 */
@NullMarked
package org.ohmstead.stations.identities;

import org.jspecify.annotations.NullMarked;
