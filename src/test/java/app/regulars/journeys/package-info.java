/** People's stories in a real browser on the packaged application, both audiences in one story. */
package app.regulars.journeys;
