package app.regulars.catalog;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Converter
class ProductContentConverter implements AttributeConverter<ProductContent, String> {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String convertToDatabaseColumn(ProductContent content) {
        return JSON.writeValueAsString(content);
    }

    @Override
    public ProductContent convertToEntityAttribute(String text) {
        return JSON.readValue(text, ProductContent.class);
    }

    @Converter
    static class OptionValues implements AttributeConverter<Map<String, String>, String> {

        @Override
        public String convertToDatabaseColumn(Map<String, String> values) {
            return JSON.writeValueAsString(values);
        }

        @Override
        public Map<String, String> convertToEntityAttribute(String text) {
            return JSON.readValue(text, new TypeReference<LinkedHashMap<String, String>>() { });
        }
    }
}
