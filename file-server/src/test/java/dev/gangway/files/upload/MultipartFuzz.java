package dev.gangway.files.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A form of any bytes is read the same, however it comes in, or refused with the same words. */
public final class MultipartFuzz {
    private MultipartFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        String whole = read(new ByteArrayInputStream(data));
        String inPieces = read(new ByteArrayInputStream(data) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + (pos & 3)));
            }
        });
        if (!whole.equals(inPieces)) {
            throw new AssertionError("read at once: " + whole + "\nin pieces: " + inPieces);
        }
    }

    private static String read(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        try {
            MultipartReader reader = new MultipartReader(in, "XX");
            for (MultipartReader.Part part = reader.next(); part != null; part = reader.next()) {
                text.append(part.headers().items()).append(part.headers().getFilename());
                text.append(new String(part.content().readAllBytes(), StandardCharsets.ISO_8859_1));
                String name = part.headers().getFilename();
                if (name != null
                        && UploadName.of(name) != null
                        && UploadName.of(name).indexOf('/') >= 0) {
                    throw new AssertionError("a name with a directory: " + name);
                }
            }
        } catch (MultipartException e) {
            text.append(e.getMessage());
        }
        return text.toString();
    }
}
