/** Invoices as people read them: as a page and as a PDF, in the languages of the dashboard. Nothing is worked out here. */
@NullMarked
package org.ohmstead.billing.documents;

import org.jspecify.annotations.NullMarked;
