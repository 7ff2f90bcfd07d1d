package dev.gangway.examples.xmlrpc;

/** A value or a text that XML-RPC cannot carry. The message begins with the name of the exception that Python raises. */
final class XmlRpcException extends Exception {
    private static final long serialVersionUID = 1;

    XmlRpcException(String pythonClass, String message) {
        super("<class '" + pythonClass + "'>:" + message);
    }
}
