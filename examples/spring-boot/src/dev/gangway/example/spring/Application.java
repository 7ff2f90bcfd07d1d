package dev.gangway.example.spring;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.servlet.HandlerFilter;
import dev.gangway.servlet.HandlerServlet;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/** A handler below {@code /hello}, files of a directory at {@code /}, and a controller of Spring for the rest. */
@SpringBootApplication
public class Application {
    /** Starts the application. */
    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }

    @Bean
    ServletRegistrationBean<HandlerServlet> hello(Greetings greetings) {
        return new ServletRegistrationBean<>(new HandlerServlet(() -> new Hello(greetings)), "/hello/*");
    }

    /** A request for which there is no file goes on to the servlets of Spring. */
    @Bean
    FilterRegistrationBean<HandlerFilter> files(@Value("${files.directory}") Path directory) {
        FilterRegistrationBean<HandlerFilter> bean =
                new FilterRegistrationBean<>(new HandlerFilter(() -> new SimpleHTTPRequestHandler(directory)));
        bean.addInitParameter("protocolVersion", "HTTP/1.1");
        bean.addInitParameter("passOn", "404");
        bean.addUrlPatterns("/*");
        return bean;
    }
}
