package dev.gangway.handler;

/**
 * The texts for a status code ("http.server: responses").
 *
 * @param message the reason phrase
 * @param explain a sentence for the error page
 */
public record Reason(String message, String explain) {}
