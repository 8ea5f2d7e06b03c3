package org.ohmstead.app;

/** How settings are shown to people: without what is secret. */
final class Shown {
    private Shown() {}

    /** A database URL without its password. */
    static String database(String url) {
        return url.replaceAll("(//[^:/@]*):[^@/]*@", "$1:***@").replaceAll("(?i)(password=)[^&]*", "$1***");
    }
}
