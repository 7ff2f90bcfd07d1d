package dev.gangway.servlet;

class TomcatServletTest extends ServletContract {
    @Override
    Container container() {
        return new TomcatContainer();
    }
}
