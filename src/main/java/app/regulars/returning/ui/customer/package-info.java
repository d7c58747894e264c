/** What customers and guests see of returns and complaints. */
package app.regulars.returning.ui.customer;
