@org.springframework.modulith.NamedInterface("ui")
package app.regulars.watching.ui;
