/** The staff's pages about money. */
package app.regulars.payment.ui.staff;
