/** The staff's pages of hours, targets, routing and reports. */
package app.regulars.serving.ui.staff;
