/** The customers' pages of quotes. */
package app.regulars.quoting.ui.customer;
