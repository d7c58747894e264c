/**
 * What tests stand on: a database, a browser and the packaged application, each set up by itself where it can be and
 * otherwise asked for in one sentence.
 */
package app.regulars.testing;
