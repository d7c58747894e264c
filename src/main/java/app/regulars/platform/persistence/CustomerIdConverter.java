package app.regulars.platform.persistence;

import app.regulars.platform.identity.CustomerId;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

@Converter(autoApply = true)
class CustomerIdConverter implements AttributeConverter<CustomerId, UUID> {

    @Override
    public UUID convertToDatabaseColumn(CustomerId id) {
        return id == null ? null : id.value();
    }

    @Override
    public CustomerId convertToEntityAttribute(UUID value) {
        return value == null ? null : new CustomerId(value);
    }
}
