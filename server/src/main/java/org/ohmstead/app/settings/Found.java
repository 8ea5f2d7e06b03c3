package org.ohmstead.app.settings;

/**
 * A value as somebody wrote it.
 *
 * @param where in words: {@code flag --port}, {@code variable OHMSTEAD_PORT}, {@code port in ohmstead.yaml}
 */
record Found(String name, String text, String where) {}
