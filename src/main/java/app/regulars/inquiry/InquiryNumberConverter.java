package app.regulars.inquiry;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
class InquiryNumberConverter implements AttributeConverter<InquiryNumber, String> {

    @Override
    public String convertToDatabaseColumn(InquiryNumber number) {
        return number == null ? null : number.value();
    }

    @Override
    public InquiryNumber convertToEntityAttribute(String value) {
        return value == null ? null : new InquiryNumber(value);
    }
}
