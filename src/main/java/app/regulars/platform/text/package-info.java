/** Texts with marks, as people and staff write them, made into HTML that is safe to show. */
package app.regulars.platform.text;
