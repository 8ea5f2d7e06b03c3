package org.ohmstead.app.settings;

/**
 * A setting that stops the start.
 *
 * @param name    the setting
 * @param found   its value; "..." where it may hold a password
 * @param where   the flag, the variable, or the file and key that it comes from
 * @param allowed what is allowed, and what to do
 */
public record Wrong(String name, String found, String where, String allowed) {
    @Override
    public String toString() {
        return name + ": " + (found.isEmpty() ? "no value" : "'" + found + "'") + " (" + where + "); " + allowed;
    }
}
