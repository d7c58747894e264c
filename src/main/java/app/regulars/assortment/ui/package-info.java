@org.springframework.modulith.NamedInterface("ui")
package app.regulars.assortment.ui;
