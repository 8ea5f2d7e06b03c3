/** What the meter of an open session shows at the moment: for the API and for whoever watches. Knows nothing of the rest of the slice. */
@NullMarked
package org.ohmstead.charging.live;

import org.jspecify.annotations.NullMarked;
