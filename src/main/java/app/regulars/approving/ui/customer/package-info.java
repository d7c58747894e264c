/** A company's requests and limits, for its people. */
package app.regulars.approving.ui.customer;
