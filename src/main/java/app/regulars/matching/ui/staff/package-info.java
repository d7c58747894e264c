/** The staff's page of records that are one person. */
package app.regulars.matching.ui.staff;
