/**
 * One command for many stations: so many at a time, watched while it goes, stopped on demand, with a report at the end. Each is a
 * command as any other, kept and listed; a server that dies in the middle leaves no station out and tells none twice.
 */
@NullMarked
package org.ohmstead.commands.bulk;

import org.jspecify.annotations.NullMarked;
