/**
 * What stations are to be set to, each by itself or all of a group; where they are not, which is drift; and setting it again after a
 * boot that lost it (field note 70). Waits for stations, so no handler of their messages comes in here.
 */
@NullMarked
package org.ohmstead.configuration.desired;

import org.jspecify.annotations.NullMarked;
