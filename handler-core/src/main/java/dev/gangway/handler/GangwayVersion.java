package dev.gangway.handler;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of Gangway, as the build has written it. */
final class GangwayVersion {
    /** The version without a {@code -SNAPSHOT}, {@code 0.1.0} for example. */
    static final String TEXT = read();

    private GangwayVersion() {}

    private static String read() {
        Package home = GangwayVersion.class.getPackage();
        String built = "Gangway".equals(home.getImplementationTitle()) ? home.getImplementationVersion() : null;
        // The manifest of our own jar has been read already. The file would take five milliseconds.
        return (built == null ? readFile() : built).replace("-SNAPSHOT", "");
    }

    private static String readFile() {
        try (InputStream in = GangwayVersion.class.getResourceAsStream("version.properties")) {
            if (in == null) {
                throw new IllegalStateException("version.properties is missing beside " + GangwayVersion.class);
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
