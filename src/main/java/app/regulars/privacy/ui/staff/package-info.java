/** The staff's pages of this module. */
package app.regulars.privacy.ui.staff;
