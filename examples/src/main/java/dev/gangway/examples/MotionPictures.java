package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;

/** Sends heads again behind the first: those are bytes of the body. */
public class MotionPictures extends BaseHTTPRequestHandler {
    public void do_GET() throws IOException {
        sendResponse(200);
        sendHeader("Content-Type", "multipart/x-mixed-replace; boundary=frame");
        endHeaders();
        for (String picture : new String[] {"first", "second"}) {
            wfile().write("--frame\r\n".getBytes(ISO_8859_1));
            sendHeader("Content-Type", "image/jpeg");
            sendHeader("Content-Length", picture.length());
            endHeaders();
            wfile().write(picture.getBytes(ISO_8859_1));
            wfile().write("\r\n".getBytes(ISO_8859_1));
        }
    }
}
