/** Pages of the staff about what is offered to those who register. */
package app.regulars.incentive.ui.staff;
