/** The staff's page about the search. */
package app.regulars.search.ui.staff;
