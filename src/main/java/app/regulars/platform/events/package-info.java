/** News between modules that did not arrive yet: seen by staff, sent again by a job. */
package app.regulars.platform.events;
