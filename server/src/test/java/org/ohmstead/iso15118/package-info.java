/** Contract certificates over a PKI, responders and pools of the test's own. */
package org.ohmstead.iso15118;
