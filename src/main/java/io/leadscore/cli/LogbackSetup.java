package io.leadscore.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import org.slf4j.Logger;

/**
 * Configures Logback in code, which a command line feels: no XML is parsed. Found by Logback as a service. The file gets
 * what happens, the console warnings of ours only, unless {@link Logs} says otherwise. HTTP libraries are held at WARN
 * because their lower levels print bodies.
 */
public final class LogbackSetup extends ContextAwareBase implements Configurator {

    private static final String FILE_PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{30} %msg%n%ex{40}";
    private static final String CONSOLE_PATTERN = "%d{HH:mm:ss} %-5level %msg%n%nopex";
    private static final int DAYS_KEPT = 14;
    /** Those that could quote bodies, and one that tells of every connection. */
    private static final String[] QUIET_LIBRARIES = {
        "org.apache.hc",
        "org.springframework.web",
        "org.springframework.http",
        "jdk.httpclient",
        "com.zaxxer.hikari",
        "okhttp3",
        "com.openai"
    };

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        setContext(context);
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
        for (String library : QUIET_LIBRARIES) {
            context.getLogger(library).setLevel(Level.WARN);
        }
        String folder = System.getProperty(Logs.FOLDER_PROPERTY);
        if (folder != null) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(file(context, folder));
        }
        String consoleLevel = System.getProperty(Logs.CONSOLE_LEVEL_PROPERTY, "WARN");
        context.getLogger("io.leadscore").addAppender(console(context, consoleLevel));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static RollingFileAppender<ILoggingEvent> file(LoggerContext context, String folder) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setFile(folder + "/leadscore.log");
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(folder + "/leadscore.%d{yyyy-MM-dd}.%i.log.gz");
        rolling.setMaxFileSize(FileSize.valueOf("20MB"));
        rolling.setMaxHistory(DAYS_KEPT);
        rolling.setTotalSizeCap(FileSize.valueOf("500MB"));
        rolling.start();
        appender.setRollingPolicy(rolling);
        return started(appender, context, FILE_PATTERN);
    }

    private static ConsoleAppender<ILoggingEvent> console(LoggerContext context, String level) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setTarget("System.err");
        ThresholdFilter threshold = new ThresholdFilter();
        threshold.setLevel(level);
        threshold.start();
        appender.addFilter(threshold);
        return started(appender, context, CONSOLE_PATTERN);
    }

    private static <A extends OutputStreamAppender<ILoggingEvent>> A started(
            A appender, LoggerContext context, String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(pattern);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
