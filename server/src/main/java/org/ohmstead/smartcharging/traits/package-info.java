/**
 * What is to be known of a station to charge smartly: its supply, and what its answers have taught of its limits (field notes 116,
 * 119, 121).
 */
@NullMarked
package org.ohmstead.smartcharging.traits;

import org.jspecify.annotations.NullMarked;
