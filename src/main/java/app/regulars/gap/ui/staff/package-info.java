/** What is missing, as staff see it. */
package app.regulars.gap.ui.staff;
