/** The staff's pages of this module. */
package app.regulars.notification.ui.staff;
