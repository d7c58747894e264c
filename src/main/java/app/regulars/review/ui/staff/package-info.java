/** The staff's desk for reviews. */
package app.regulars.review.ui.staff;
