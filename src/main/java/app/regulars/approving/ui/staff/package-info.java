/** Requests of companies, for staff. */
package app.regulars.approving.ui.staff;
