/**
 * Brings products, customers and orders in from CSV files, from the command line: by key, repeatable, resumable, with an
 * error file by row. Columns are those of hosted shops' standard exports; a mapping file explains others.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Importing")
package app.regulars.importing;
