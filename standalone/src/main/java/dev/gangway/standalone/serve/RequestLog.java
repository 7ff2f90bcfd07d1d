package dev.gangway.standalone.serve;

import dev.gangway.standalone.arguments.UsageException;
import dev.gangway.standalone.log.LogFile;
import dev.gangway.standalone.log.LoggedRequest;
import dev.gangway.standalone.log.RequestLogFormat;
import dev.gangway.standalone.log.StderrLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the lines of {@code serve} go. */
final class RequestLog {
    private final RequestLogFormat format;
    private final @Nullable LogFile file;

    private RequestLog(RequestLogFormat format, @Nullable LogFile file) {
        this.format = format;
        this.file = file;
    }

    static RequestLog of(Settings settings) throws UsageException, IOException {
        Path path = settings.path("log-file");
        return new RequestLog(
                RequestLogFormat.named(settings.last("log-format", "python")),
                path == null ? null : LogFile.open(path));
    }

    /** Returns what takes requests; null if handlers log them themselves. */
    @Nullable Consumer<LoggedRequest> requests() {
        ZoneId zone = ZoneId.systemDefault();
        return format == RequestLogFormat.PYTHON ? null : request -> log(format.line(request, zone));
    }

    /** Writes a line. */
    void log(String line) {
        if (file == null) {
            StderrLog.PROCESS.log(line);
        } else {
            file.log(line);
        }
    }

    /** Opens the file again when the process is told to by SIGHUP. */
    void reopenOnHangUp() {
        if (file != null) {
            HangUp.handle(file::reopen);
        }
    }
}
