package dev.gangway.http.syntax;

import java.util.Arrays;
import java.util.List;

/** IPv6 addresses as Python's {@code ipaddress.IPv6Address} reads them (RFC 4291 §2.2, RFC 4007 §11). */
final class Ipv6Text {
    private static final int GROUPS = 8;

    private Ipv6Text() {}

    /** Tells whether the text is an address, with or without a zone. */
    static boolean isAddress(String text) {
        int zone = text.indexOf('%');
        if (zone >= 0 && (zone == text.length() - 1 || text.indexOf('%', zone + 1) >= 0)) {
            return false;
        }
        String address = zone < 0 ? text : text.substring(0, zone);
        List<String> groups = Arrays.asList(address.split(":", -1));
        String last = groups.get(groups.size() - 1);
        int missing = GROUPS - groups.size();
        if (last.indexOf('.') >= 0) {
            if (!isIpv4(last)) {
                return false;
            }
            groups.set(groups.size() - 1, "0");
            missing--;
        }
        return groups.size() > 2
                && (address.contains("::") ? isShortened(address, groups, missing) : missing == 0 && areGroups(groups));
    }

    /** A double colon stands for one group or more; it is there once, and only it may be at either end. */
    private static boolean isShortened(String address, List<String> groups, int missing) {
        int colons = address.indexOf("::");
        if (address.indexOf("::", colons + 1) >= 0 || (colons > 0 && address.startsWith(":"))) {
            return false;
        }
        boolean atEnd = colons == address.length() - 2;
        if (!atEnd && address.endsWith(":")) {
            return false;
        }
        int emptyAtEdges = (colons == 0 ? 1 : 0) + (atEnd ? 1 : 0);
        List<String> written = groups.stream().filter(group -> !group.isEmpty()).toList();
        return missing + emptyAtEdges >= 0 && areGroups(written);
    }

    private static boolean areGroups(List<String> groups) {
        return groups.stream().allMatch(group -> group.matches("[0-9a-fA-F]{1,4}"));
    }

    private static boolean isIpv4(String text) {
        String[] octets = text.split("\\.", -1);
        return octets.length == 4
                && Arrays.stream(octets)
                        .allMatch(octet -> octet.matches("0|[1-9][0-9]{0,2}") && Integer.parseInt(octet) <= 255);
    }
}
