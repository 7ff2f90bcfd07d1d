package dev.gangway.servlet;

class JettyServletTest extends ServletContract {
    @Override
    Container container() {
        return new JettyContainer();
    }
}
