/** Pages of staff. */
package app.regulars.calling.ui.staff;
