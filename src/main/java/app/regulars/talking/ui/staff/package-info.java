/** Live talks, as staff see them. */
package app.regulars.talking.ui.staff;
