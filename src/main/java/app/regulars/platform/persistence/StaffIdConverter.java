package app.regulars.platform.persistence;

import app.regulars.platform.identity.StaffId;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

@Converter(autoApply = true)
class StaffIdConverter implements AttributeConverter<StaffId, UUID> {

    @Override
    public UUID convertToDatabaseColumn(StaffId id) {
        return id == null ? null : id.value();
    }

    @Override
    public StaffId convertToEntityAttribute(UUID value) {
        return value == null ? null : new StaffId(value);
    }
}
