package dev.kioskguard.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where log lines go: all from INFO on into {@code kiosk.jsonl}, a JSON object a line, and those from WARN on to
 * standard error for a person. Files are compressed day by day and never take more than {@link #TOTAL_BYTES_MAX}.
 */
public final class LogSetup implements AutoCloseable {

    public static final long FILE_BYTES_MAX = 10L * 1024 * 1024;
    public static final long TOTAL_BYTES_MAX = 100L * 1024 * 1024;
    public static final int DAYS_MAX = 30;

    /** The file of today. */
    public static final String FILE = "kiosk.jsonl";

    /** Libraries that tell their life's story at INFO. */
    private static final List<String> TALKATIVE =
            List.of("org.eclipse.jetty", "io.javalin", "org.apache.commons", "com.networknt", "org.java_websocket");

    private final LoggerContext context;

    private LogSetup(LoggerContext context) {
        this.context = context;
    }

    /**
     * Sends the log lines of this process to a folder from now on.
     *
     * @throws UncheckedIOException when the folder cannot be made or written
     */
    public static LogSetup into(Path folder) {
        return into(folder, FILE_BYTES_MAX, TOTAL_BYTES_MAX);
    }

    static LogSetup into(Path folder, long fileBytesMax, long totalBytesMax) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            throw new IllegalStateException("Logback must be the only SLF4J provider on the class path");
        }
        try {
            Files.createDirectories(folder);
            if (!Files.isWritable(folder)) {
                throw new IOException(folder + " cannot be written; give it to the account of the service");
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(
                    "no log can be kept in " + folder + "; choose another --data or free it", unusable);
        }
        context.reset();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        TALKATIVE.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
        root.addAppender(file(context, folder, fileBytesMax, totalBytesMax));
        root.addAppender(standardError(context));
        return new LogSetup(context);
    }

    /** Writes what is still to be written, and ends. */
    @Override
    public void close() {
        context.stop();
    }

    private static Appender<ILoggingEvent> file(
            LoggerContext context, Path folder, long fileBytesMax, long totalBytesMax) {
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setName("file");
        appender.setFile(folder.resolve(FILE).toString());

        var rolling = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(
                folder.resolve("kiosk-%d{yyyy-MM-dd}.%i.jsonl.gz").toString());
        rolling.setMaxFileSize(new FileSize(fileBytesMax));
        // Beside what is counted there are the file of now and the one before it, until it is compressed.
        rolling.setTotalSizeCap(new FileSize(totalBytesMax - 2 * fileBytesMax));
        rolling.setMaxHistory(DAYS_MAX);
        rolling.start();
        appender.setRollingPolicy(rolling);

        var encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithFormattedMessage(true);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithContext(false);
        encoder.setWithNanoseconds(false);
        encoder.start();
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }

    private static Appender<ILoggingEvent> standardError(LoggerContext context) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        // One line an event: whoever wants the trace finds it in the file.
        encoder.setPattern("%d{HH:mm:ss} %-5level %logger{0}: %msg%n%nopex");
        encoder.start();

        var threshold = new ThresholdFilter();
        threshold.setLevel(Level.WARN.toString());
        threshold.start();

        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setName("standard-error");
        appender.setTarget(ConsoleTarget.SystemErr.getName());
        appender.setEncoder(encoder);
        appender.addFilter(threshold);
        appender.start();
        return appender;
    }
}
