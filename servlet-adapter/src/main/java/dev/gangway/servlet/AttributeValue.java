package dev.gangway.servlet;

/**
 * A value for an attribute of every handler.
 *
 * @param title the name of the parameter in a message
 * @param attribute the attribute
 * @param value a value of the attribute's type
 */
record AttributeValue(String title, HandlerAttribute attribute, Object value) {
    void set(Object handler) throws Exception {
        attribute.set(handler, value);
    }
}
