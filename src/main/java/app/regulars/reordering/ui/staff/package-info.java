/** Taking orders for customers, and what reminders are good for. */
package app.regulars.reordering.ui.staff;
