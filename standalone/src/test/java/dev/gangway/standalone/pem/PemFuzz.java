package dev.gangway.standalone.pem;

import dev.gangway.standalone.pem.PemReader.Block;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Certificates and keys of any bytes are read or refused; a block that was written is read as itself. */
public final class PemFuzz {
    private PemFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws PemException {
        try {
            for (Block block : PemReader.read(new String(data, StandardCharsets.ISO_8859_1))) {
                decode(block);
            }
        } catch (PemException e) {
            checkMessage(e);
        }
        String[] labels = {"PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY"};
        String label = labels[data.length == 0 ? 0 : (data[data.length - 1] & 0xff) % labels.length];
        String base64 = Base64.getMimeEncoder().encodeToString(data);
        String text = "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
        List<Block> blocks = PemReader.read(text);
        boolean same = blocks.size() == 1
                && blocks.get(0).label().equals(label)
                && Arrays.equals(blocks.get(0).content(), data);
        if (!same) {
            throw new AssertionError(text + " is read as " + blocks);
        }
        decode(blocks.get(0));
    }

    private static void decode(Block block) {
        if (!PrivateKeys.isKey(block)) {
            return;
        }
        try {
            PrivateKeys.decode(block, "secret".toCharArray());
        } catch (PemException e) {
            checkMessage(e);
        }
    }

    private static void checkMessage(PemException e) {
        if (String.valueOf(e.getMessage()).isEmpty()) {
            throw new AssertionError("no reason", e);
        }
    }
}
