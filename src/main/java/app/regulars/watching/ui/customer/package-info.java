/** What customers see of their wishes to be told. */
package app.regulars.watching.ui.customer;
