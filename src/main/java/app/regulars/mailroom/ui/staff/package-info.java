/** The staff's pages of this module. */
package app.regulars.mailroom.ui.staff;
