/** Certificates and private keys from files in PEM. Its door is {@link dev.gangway.standalone.pem.ServerCertificate}. */
@NullMarked
package dev.gangway.standalone.pem;

import org.jspecify.annotations.NullMarked;
