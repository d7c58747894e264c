/** The staff's pages of this module. */
package app.regulars.ordering.ui.staff;
