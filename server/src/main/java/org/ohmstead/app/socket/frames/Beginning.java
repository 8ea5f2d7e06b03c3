package org.ohmstead.app.socket.frames;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The first bytes of a frame that is too large to be read: they say what it is. */
final class Beginning {
    /** Enough for the action: a message's id has 36 characters. */
    static final int TELLING = 160;

    private final byte[] kept = new byte[TELLING];
    private int known;
    private boolean told;

    /** @return what is known, once it is enough; null: not yet, or it was told before */
    @Nullable
    String gather(FrameHeader header, ByteBuf in, int from) {
        int at = from;
        while (!told && !header.isWhole() && at < in.writerIndex()) {
            header.add(in.getByte(at++));
        }
        for (; !told && at < in.writerIndex() && known < kept.length; at++, known++) {
            kept[known] = header.unmasked(in.getByte(at), known);
        }
        return known == kept.length ? take(header) : null;
    }

    /** What is known, however little; null: it was told before. */
    @Nullable
    String take(FrameHeader header) {
        if (told) {
            return null;
        }
        told = true;
        return header.isCompressed() ? "" : new String(kept, 0, known, StandardCharsets.UTF_8);
    }
}
