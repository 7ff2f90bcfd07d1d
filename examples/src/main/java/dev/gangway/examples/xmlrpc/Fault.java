package dev.gangway.examples.xmlrpc;

/** An error that the caller gets as a fault ("xmlrpc.client: Fault"). A function throws it to choose code and text. */
public final class Fault extends Exception {
    private static final long serialVersionUID = 1;

    private final int faultCode;
    private final String faultString;

    /**
     * Makes a fault.
     *
     * @param faultCode any number
     * @param faultString a text for the caller
     */
    public Fault(int faultCode, String faultString) {
        super("<Fault " + faultCode + ": '" + faultString + "'>");
        this.faultCode = faultCode;
        this.faultString = faultString;
    }

    public int faultCode() {
        return faultCode;
    }

    public String faultString() {
        return faultString;
    }
}
