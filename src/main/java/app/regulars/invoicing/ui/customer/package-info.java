/** The customers' own papers. */
package app.regulars.invoicing.ui.customer;
