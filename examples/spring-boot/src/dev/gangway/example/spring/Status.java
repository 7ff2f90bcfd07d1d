package dev.gangway.example.spring;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A controller behind the files. */
@RestController
public class Status {
    @GetMapping("/status")
    String status() {
        return "up\n";
    }
}
