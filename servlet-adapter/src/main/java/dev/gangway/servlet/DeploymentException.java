package dev.gangway.servlet;

import jakarta.servlet.ServletException;

/**
 * Fails a deployment with a message that names the parameter.
 *
 * <p>It has no cause, because Tomcat logs the root cause alone, and the message would be lost; the reason is a suppressed
 * exception, which every log shows.
 */
final class DeploymentException extends ServletException {
    private static final long serialVersionUID = 1L;

    DeploymentException(String message) {
        super(message);
    }

    DeploymentException(String message, Throwable reason) {
        super(message);
        addSuppressed(reason);
    }
}
