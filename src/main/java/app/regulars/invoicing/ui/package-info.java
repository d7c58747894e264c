/** Pages of invoices. */
package app.regulars.invoicing.ui;
