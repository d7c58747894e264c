/** How far customers come by themselves. */
package app.regulars.selfservice.ui.staff;
