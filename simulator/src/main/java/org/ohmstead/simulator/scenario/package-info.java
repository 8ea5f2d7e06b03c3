/**
 * Scripts in YAML that lead one station through a day of its life; docs/simulator.md describes the language.
 * Only the command line and tests come in here.
 */
@NullMarked
package org.ohmstead.simulator.scenario;

import org.jspecify.annotations.NullMarked;
