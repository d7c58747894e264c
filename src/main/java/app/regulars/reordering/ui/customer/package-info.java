/** Lists, reminders, mailed baskets and quick order. */
package app.regulars.reordering.ui.customer;
