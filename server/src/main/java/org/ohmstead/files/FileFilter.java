package org.ohmstead.files;

import org.jspecify.annotations.Nullable;

/**
 * Which files a list shows; null: any.
 *
 * @param station whose logs, by its id
 */
record FileFilter(
        @Nullable FileKind kind,
        @Nullable Long station,
        @Nullable String sha256) {}
