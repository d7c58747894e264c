/** Pages of the staff about delivery. */
package app.regulars.shipping.ui.staff;
