package org.ohmstead.app.settings;

/**
 * A value as somebody wrote it.
 *
 * @param meant whether it can only have been meant for us, as a flag is; a variable or a key of a file may be another
 *              program's, or another version's
 * @param where in words: {@code flag --port}, {@code variable OHMSTEAD_PORT}, {@code port in ohmstead.yaml}
 */
record Found(String name, String text, boolean meant, String where) {}
