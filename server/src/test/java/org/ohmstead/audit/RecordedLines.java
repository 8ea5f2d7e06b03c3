package org.ohmstead.audit;

import java.util.List;
import org.ohmstead.db.Database;
import org.ohmstead.db.lanes.GroupCommit;

/** What the tests of slices see of the audit log. */
public final class RecordedLines {
    private RecordedLines() {}

    /** {@code actor entity id action before -> after}, with apostrophes for quotation marks, in the order of the chain. */
    public static List<String> of(Database database, GroupCommit commits) {
        return new SqlAuditLines(database, commits)
                .after(1, 0, 1_000).stream()
                        .map(SealedLine::line)
                        .map(RecordedLines::words)
                        .toList();
    }

    /** The last so many of them. */
    public static List<String> last(int lines, Database database, GroupCommit commits) {
        List<String> all = of(database, commits);
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    private static String words(AuditLine line) {
        String fields = line.before() == null && line.after() == null
                ? ""
                : " " + (line.before() == null ? "" : line.before()) + " -> "
                        + (line.after() == null ? "" : line.after());
        return (line.actor() + " " + line.entity() + " " + line.entityId() + " " + line.action() + fields)
                .replace('"', '\'')
                .strip();
    }
}
