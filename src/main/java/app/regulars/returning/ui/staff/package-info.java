/** What staff see of returns and complaints. */
package app.regulars.returning.ui.staff;
