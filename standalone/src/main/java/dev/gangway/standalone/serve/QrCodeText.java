package dev.gangway.standalone.serve;

import io.nayuki.qrcodegen.QrCode;

/** A QR code for a terminal: two rows of squares in a line. */
final class QrCodeText {
    private static final int MARGIN = 2;

    private QrCodeText() {}

    /** Returns the lines, with their ends; dark squares are spaces, so that it is right on a dark terminal and still read on a light one. */
    static String of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.LOW);
        StringBuilder lines = new StringBuilder();
        for (int y = -MARGIN; y < code.size + MARGIN; y += 2) {
            for (int x = -MARGIN; x < code.size + MARGIN; x++) {
                boolean top = !code.getModule(x, y);
                boolean bottom = y + 1 < code.size + MARGIN && !code.getModule(x, y + 1);
                lines.append(top ? bottom ? '\u2588' : '\u2580' : bottom ? '\u2584' : ' ');
            }
            lines.append('\n');
        }
        return lines.toString();
    }
}
