/**
 * What an operator sees first: how many stations and connectors are in which state, what is charged right now and was today, and
 * what needs attention, the worst first. It only reads what other slices keep, with one query for each figure, however many
 * stations there are.
 */
@NullMarked
package org.ohmstead.overview;

import org.jspecify.annotations.NullMarked;
