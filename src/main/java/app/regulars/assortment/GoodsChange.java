package app.regulars.assortment;

/** A cell of a file that says something else than the shop has. @param sku empty for what is told of the product as a whole @param was empty for nothing */
public record GoodsChange(long line, String handle, String sku, String column, String was, String is) {
}
