/** Pages of the staff about who can sign in. */
package app.regulars.account.ui.staff;
