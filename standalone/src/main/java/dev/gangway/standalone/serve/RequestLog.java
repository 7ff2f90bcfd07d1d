package dev.gangway.standalone.serve;

import dev.gangway.standalone.arguments.UsageException;
import dev.gangway.standalone.log.ColorChoice;
import dev.gangway.standalone.log.ColoredLine;
import dev.gangway.standalone.log.LogFile;
import dev.gangway.standalone.log.LoggedRequest;
import dev.gangway.standalone.log.RequestLogFormat;
import dev.gangway.standalone.log.StderrLog;
import dev.gangway.standalone.log.TerminalCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the lines of {@code serve} go. */
final class RequestLog {
    private final RequestLogFormat format;
    private final @Nullable LogFile file;
    private final boolean colored;
    private final @Nullable Progress progress;

    private RequestLog(RequestLogFormat format, @Nullable LogFile file, boolean colored, @Nullable Progress progress) {
        this.format = format;
        this.file = file;
        this.colored = colored;
        this.progress = progress;
    }

    static RequestLog of(Settings settings) throws UsageException, IOException {
        Path path = settings.path("log-file");
        RequestLogFormat format = RequestLogFormat.named(settings.last("log-format", "python"));
        boolean shows = settings.has("progress") && TerminalCheck.standardError();
        return new RequestLog(
                format,
                path == null ? null : LogFile.open(path),
                isColored(settings, format),
                shows ? new Progress() : null);
    }

    /** Tells whether lines get colors: a file only if it is to have them, and only lines that look like Python's. */
    private static boolean isColored(Settings settings, RequestLogFormat format) {
        ColorChoice choice = ColorChoice.named(settings.last("log-color", "auto"));
        return format == RequestLogFormat.PYTHON
                && choice != null
                && choice.decide(
                        System.getenv(),
                        settings.last("log-file") == null ? TerminalCheck.STANDARD_ERROR : () -> false);
    }

    /** Returns what takes requests; null if handlers log them themselves. */
    @Nullable Consumer<LoggedRequest> requests() {
        if (format == RequestLogFormat.PYTHON) {
            return null; // and load no zone
        }
        ZoneId zone = ZoneId.systemDefault();
        return request -> write(format.line(request, zone));
    }

    /** Returns what shows transfers; null if nothing does. */
    @Nullable Progress progress() {
        return progress;
    }

    /** Writes a message about no single request: one line, or several. */
    void log(String line) {
        write(format == RequestLogFormat.JSON ? RequestLogFormat.message(Instant.now(), line) : line);
    }

    private void write(String line) {
        String shown = colored ? ColoredLine.of(line) : line;
        if (file == null && progress != null) {
            progress.log(shown);
        } else if (file == null) {
            StderrLog.PROCESS.log(shown);
        } else {
            file.log(shown);
        }
    }

    /** Opens the file again when the process is told to by SIGHUP. */
    void reopenOnHangUp() {
        if (file != null) {
            HangUp.handle(file::reopen);
        }
    }
}
