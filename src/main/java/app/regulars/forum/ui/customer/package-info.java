/** The forum as everybody reads it and customers write in it. */
package app.regulars.forum.ui.customer;
