/** Live talk, as the customer sees it. */
package app.regulars.talking.ui.customer;
