package app.regulars.catalog;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

@Converter(autoApply = true)
class VariantIdConverter implements AttributeConverter<VariantId, UUID> {

    @Override
    public UUID convertToDatabaseColumn(VariantId id) {
        return id == null ? null : id.value();
    }

    @Override
    public VariantId convertToEntityAttribute(UUID value) {
        return value == null ? null : new VariantId(value);
    }
}
