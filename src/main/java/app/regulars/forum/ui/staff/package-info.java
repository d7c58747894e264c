/** The forum at the staff's desk. */
package app.regulars.forum.ui.staff;
