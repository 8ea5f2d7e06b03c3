/** What live streams of any kind share: how events go to one reader, and when that ends. Any slice with a stream may come in. */
@NullMarked
package org.ohmstead.live;

import org.jspecify.annotations.NullMarked;
