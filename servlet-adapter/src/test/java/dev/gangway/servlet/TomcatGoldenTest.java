package dev.gangway.servlet;

import dev.gangway.contract.AnswerView;
import dev.gangway.contract.GoldenTest;
import dev.gangway.contract.Host;

class TomcatGoldenTest extends GoldenTest {
    @Override
    protected Host host() {
        return ServletHost.tomcat();
    }

    @Override
    protected AnswerView view() {
        return new SemanticView();
    }
}
