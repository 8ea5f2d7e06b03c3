/**
 * What all verbs share: a verb says what a station is told in the words of each version family, and from here on it is a command
 * as any other: checked, kept, queued where it may wait, its outcome in one shape. A slice's verb is its translation, its rule
 * for what the outcome means ({@link org.ohmstead.commands.CommandListener}), and one method of a resource.
 */
@NullMarked
package org.ohmstead.commands.verbs;

import org.jspecify.annotations.NullMarked;
