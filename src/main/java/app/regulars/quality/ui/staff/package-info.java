/** Pages of the staff about the quality of records. */
package app.regulars.quality.ui.staff;
