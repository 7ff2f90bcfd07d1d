package dev.gangway.example.spring;

import org.springframework.stereotype.Component;

/** A bean that a handler uses. */
@Component
public class Greetings {
    String to(String name) {
        return "Hello, " + name + "!\n";
    }
}
