package org.ohmstead.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list as a table of its own length. It is read in portions, each where the one before ended, so that neither memory nor a
 * connection of the database is held for as long as a slow reader takes.
 */
public final class CsvTable<T> implements StreamingOutput {
    private static final String MEDIA_TYPE = "text/csv";

    /** What the list prefers where the reader takes anything: JSON. */
    public static final String LAST_CHOICE = MEDIA_TYPE + ";qs=0.5";

    /** How much of the list is read at a time. */
    public static final Limit PORTION = new Limit(Limit.LARGEST);

    private final List<String> columns;
    private final Function<T, List<@Nullable Object>> cells;
    private final Function<@Nullable Cursor, Page<T>> portions;
    private final Page<T> first;

    /** @param portions read at once for the first time: what is wrong with the question is said before the answer begins */
    public CsvTable(
            List<String> columns,
            Function<T, List<@Nullable Object>> cells,
            Function<@Nullable Cursor, Page<T>> portions) {
        this.columns = columns;
        this.cells = cells;
        this.portions = portions;
        this.first = portions.apply(null);
    }

    public static List<@Nullable Object> cells(@Nullable Object... cells) {
        List<@Nullable Object> row = new ArrayList<>(cells.length);
        for (@Nullable Object cell : cells) {
            row.add(cell);
        }
        return row;
    }

    /** @param name of the file, for those who keep it */
    public Response answer(String name) {
        return Response.ok(this)
                .type(new MediaType("text", "csv", "utf-8"))
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .build();
    }

    @Override
    public void write(OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(Csv.BYTE_ORDER_MARK);
        writer.write(Csv.line(columns));
        Page<T> page = first;
        while (true) {
            for (T row : page.items()) {
                writer.write(Csv.line(cells.apply(row)));
            }
            Cursor next = Cursor.of(page.next());
            if (next == null) {
                break;
            }
            page = portions.apply(next);
        }
        writer.flush();
    }
}
