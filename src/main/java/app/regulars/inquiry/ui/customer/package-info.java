/** The customers' pages of this module. */
package app.regulars.inquiry.ui.customer;
