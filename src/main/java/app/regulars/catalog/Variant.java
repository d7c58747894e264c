package app.regulars.catalog;

import app.regulars.platform.id.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What is priced, stocked and ordered. */
@Entity
@Table(name = "product_variant")
class Variant {

    @Id
    private UUID id;
    private String sku;
    @Convert(converter = ProductContentConverter.OptionValues.class)
    @Column(name = "option_values")
    private Map<String, String> options;
    private int position;
    private BigDecimal unitQuantity;
    private String unitMeasure;
    private BigDecimal unitPer;
    private int weightGrams;
    private boolean backorderable;
    private boolean retired;
    private int minQuantity;
    private int quantityStep;
    private Integer mostPerOrder;
    private Integer leadDays;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "product_id", insertable = false, updatable = false)
    private Product product;
    @Version
    private Integer version;

    protected Variant() {
    }

    Variant(String sku, ProductForm.Variant form, int position) {
        id = Ids.next();
        this.sku = sku;
        change(form, position);
    }

    /** Article numbers are compared in upper case, without the spaces around. */
    static String normalized(String sku) {
        return sku.strip().toUpperCase(Locale.ROOT);
    }

    void change(ProductForm.Variant form, int position) {
        options = form.options() == null ? Map.of() : form.options();
        this.position = position;
        unitQuantity = form.unit() == null ? null : form.unit().quantity();
        unitMeasure = form.unit() == null ? null : form.unit().measure();
        unitPer = form.unit() == null ? null : form.unit().per();
        weightGrams = form.weightGrams();
        backorderable = form.backorderable();
        minQuantity = form.quantities().least();
        quantityStep = form.quantities().step();
        mostPerOrder = form.quantities().most();
        leadDays = form.leadDays();
        retired = false;
    }

    void retire() {
        retired = true;
        position = Integer.MAX_VALUE;
    }

    UUID id() {
        return id;
    }

    String sku() {
        return sku;
    }

    int position() {
        return position;
    }

    boolean isRetired() {
        return retired;
    }

    Product product() {
        return product;
    }

    Map<String, String> options() {
        return options;
    }

    int weightGrams() {
        return weightGrams;
    }

    boolean isBackorderable() {
        return backorderable;
    }

    Quantities quantities() {
        return new Quantities(minQuantity, quantityStep, mostPerOrder);
    }

    /** Null where nobody says how long it takes. */
    Integer leadDays() {
        return leadDays;
    }

    ProductForm.Variant form() {
        return new ProductForm.Variant(sku, options, unit(), weightGrams, backorderable, quantities(), leadDays);
    }

    ProductForm.Unit unit() {
        return unitQuantity == null ? null : new ProductForm.Unit(unitQuantity, unitMeasure, unitPer);
    }
}
