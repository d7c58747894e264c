package app.regulars.catalog;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

@Converter(autoApply = true)
class ProductIdConverter implements AttributeConverter<ProductId, UUID> {

    @Override
    public UUID convertToDatabaseColumn(ProductId id) {
        return id == null ? null : id.value();
    }

    @Override
    public ProductId convertToEntityAttribute(UUID value) {
        return value == null ? null : new ProductId(value);
    }
}
