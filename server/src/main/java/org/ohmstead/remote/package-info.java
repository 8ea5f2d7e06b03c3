/**
 * Remote control: what operators and programs have stations do at once (1.6 §5, 2.x B11, B12, C11, E14 and block F). Here is what
 * its rooms share: how long is waited for what is to follow, and what a station's answer comes to.
 */
@NullMarked
package org.ohmstead.remote;

import org.jspecify.annotations.NullMarked;
