package dev.gangway.http;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Names and values that most requests have, so that no string need be made for them. */
final class CommonText {
    private static final List<String> TEXTS = List.of(
            "Accept",
            "Accept-Charset",
            "Accept-Encoding",
            "Accept-Language",
            "Authorization",
            "Cache-Control",
            "Connection",
            "Content-Encoding",
            "Content-Length",
            "Content-Type",
            "Cookie",
            "DNT",
            "Date",
            "Expect",
            "Forwarded",
            "From",
            "Host",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "If-Range",
            "If-Unmodified-Since",
            "Keep-Alive",
            "Origin",
            "Pragma",
            "Priority",
            "Range",
            "Referer",
            "Sec-CH-UA",
            "Sec-CH-UA-Mobile",
            "Sec-CH-UA-Platform",
            "Sec-Fetch-Dest",
            "Sec-Fetch-Mode",
            "Sec-Fetch-Site",
            "Sec-Fetch-User",
            "Sec-GPC",
            "TE",
            "Transfer-Encoding",
            "Upgrade",
            "Upgrade-Insecure-Requests",
            "User-Agent",
            "Via",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Real-IP",
            "X-Requested-With",
            "X-Request-ID",
            "sec-ch-ua",
            "sec-ch-ua-mobile",
            "sec-ch-ua-platform",
            "*/*",
            "0",
            "1",
            "Keep-Alive",
            "chunked",
            "close",
            "gzip, deflate",
            "keep-alive",
            "max-age=0",
            "no-cache");

    /** By a hash of length and ends; of two with the same hash, the later is missing. */
    private static final String[] TABLE = new String[512];

    static {
        for (String text : TEXTS) {
            int slot = slot(text.length(), text.charAt(0), text.charAt(text.length() - 1));
            if (TABLE[slot] == null) {
                TABLE[slot] = text;
            }
        }
    }

    private CommonText() {}

    /** Returns a part of bytes, read as ISO-8859-1. */
    static String of(byte[] bytes, int from, int to) {
        if (from == to) {
            return "";
        }
        String common = TABLE[slot(to - from, bytes[from], bytes[to - 1])];
        return common != null && isSame(common, bytes, from, to)
                ? common
                : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static boolean isSame(String text, byte[] bytes, int from, int to) {
        if (text.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i - from) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static int slot(int length, int first, int last) {
        return (length * 37 + first * 11 + last * 5) & (TABLE.length - 1);
    }
}
