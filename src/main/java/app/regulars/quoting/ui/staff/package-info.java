/** The staff's pages of quotes. */
package app.regulars.quoting.ui.staff;
