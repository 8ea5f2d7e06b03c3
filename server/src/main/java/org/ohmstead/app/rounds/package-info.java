/** What each server looks at every so often, for the stations that are connected to it. */
@NullMarked
package org.ohmstead.app.rounds;

import org.jspecify.annotations.NullMarked;
