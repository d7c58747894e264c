/** The staff's list of papers. */
package app.regulars.invoicing.ui.staff;
