package app.regulars.quoting;

import app.regulars.pricing.PricedCart;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a computed price whole, with how it came about, so that it reads the same years later. */
@Converter
class PricedCartConverter implements AttributeConverter<PricedCart, String> {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String convertToDatabaseColumn(PricedCart priced) {
        return JSON.writeValueAsString(priced);
    }

    @Override
    public PricedCart convertToEntityAttribute(String document) {
        return JSON.readValue(document, PricedCart.class);
    }
}
