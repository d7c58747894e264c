/** The staff's pages of this module. */
package app.regulars.inquiry.ui.staff;
