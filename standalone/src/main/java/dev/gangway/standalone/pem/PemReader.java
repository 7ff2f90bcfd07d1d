package dev.gangway.standalone.pem;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the blocks in a text in PEM (RFC 7468, and the header lines of RFC 1421 that OpenSSL writes). */
final class PemReader {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String TAIL = "-----";

    /**
     * A block.
     *
     * @param label what stands behind {@code BEGIN}: {@code CERTIFICATE} for example
     * @param headers the lines with a colon before the content
     * @param base64 the content in base64, in one line and checked
     */
    record Block(String label, Map<String, String> headers, String base64) {
        byte[] content() {
            return Base64.getDecoder().decode(base64);
        }
    }

    private PemReader() {}

    /** Returns the blocks in their order; whatever stands between them is commentary. */
    static List<Block> read(String text) throws PemException {
        List<Block> blocks = new ArrayList<>();
        @Nullable String label = null;
        Map<String, String> headers = new LinkedHashMap<>();
        StringBuilder base64 = new StringBuilder();
        for (String line : text.lines().map(String::strip).toList()) {
            if (label == null) {
                label = labelOf(line, BEGIN);
            } else if (line.startsWith(END)) {
                if (!label.equals(labelOf(line, END))) {
                    throw new PemException("the block \"" + label + "\" ends with \"" + line + "\"");
                }
                blocks.add(checked(new Block(label, Map.copyOf(headers), base64.toString())));
                label = null;
                headers.clear();
                base64.setLength(0);
            } else if (base64.isEmpty() && line.indexOf(':') > 0) {
                int colon = line.indexOf(':');
                headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
            } else {
                base64.append(line);
            }
        }
        if (label != null) {
            throw new PemException("the block \"" + label + "\" has no end");
        }
        return blocks;
    }

    private static @Nullable String labelOf(String line, String begin) {
        boolean matches =
                line.startsWith(begin) && line.endsWith(TAIL) && line.length() >= begin.length() + TAIL.length();
        return matches ? line.substring(begin.length(), line.length() - TAIL.length()) : null;
    }

    private static Block checked(Block block) throws PemException {
        try {
            block.content();
            return block;
        } catch (IllegalArgumentException e) {
            throw new PemException("the block \"" + block.label() + "\" is not in base64");
        }
    }
}
