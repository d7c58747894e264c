/** The pages on which customers write and find their reviews. */
package app.regulars.review.ui.customer;
