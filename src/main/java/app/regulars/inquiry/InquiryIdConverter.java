package app.regulars.inquiry;

import java.util.UUID;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
class InquiryIdConverter implements AttributeConverter<InquiryId, UUID> {

    @Override
    public UUID convertToDatabaseColumn(InquiryId id) {
        return id == null ? null : id.value();
    }

    @Override
    public InquiryId convertToEntityAttribute(UUID value) {
        return value == null ? null : new InquiryId(value);
    }
}
