package dev.gangway.servlet;

import dev.gangway.host.ResponseHead;
import dev.gangway.http.HTTPMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Gives bytes to a writer, as text. What a character lacks comes with the next bytes. */
final class TextOutput extends OutputStream {
    private static final int BUFFER_BYTES = 1024;

    private final Writer writer;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES);
    private final CharBuffer chars = CharBuffer.allocate(BUFFER_BYTES);

    TextOutput(Writer writer, Charset charset) {
        this.writer = writer;
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    /** Returns the charset that a head says its content is in; UTF-8 if it says none that is known. */
    static Charset charset(@Nullable ResponseHead head) {
        HTTPMessage fields = new HTTPMessage();
        if (head != null) {
            head.fields().forEach(field -> fields.add(field.getKey(), field.getValue()));
        }
        String name = fields.getContentCharset();
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        int from = offset;
        int end = offset + length;
        while (from < end) {
            int count = Math.min(bytes.remaining(), end - from);
            bytes.put(source, from, count);
            from += count;
            decode();
        }
    }

    /** Does nothing: a page that includes another may not be sent before it is ready. */
    @Override
    public void flush() {}

    private void decode() throws IOException {
        decoder.decode(bytes.flip(), chars, false);
        bytes.compact();
        writer.append(chars.flip());
        chars.clear();
    }
}
