/** What staff see of contracts. */
package app.regulars.contracting.ui.staff;
