package io.appeals.commands.category.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.appeals.commands.category.CategoryCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The file that holds the category catalogue: the one that comes with the product, or an operator's own. */
public final class CategoryFile {

    private static final String SHIPPED = "/io/appeals/commands/category/categories.yaml";

    private static final ObjectReader YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
            .reader()
            .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private CategoryFile() {}

    /** The catalogue that comes with the product. */
    public static CategoryCatalogue shipped() {
        try (InputStream file = CategoryFile.class.getResourceAsStream(SHIPPED)) {
            if (file == null) {
                throw new IllegalStateException(SHIPPED + " is missing from the product");
            }
            return parse(SHIPPED, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An operator's own catalogue.
     *
     * @throws InvalidCatalogueException when the file cannot be read, is no YAML, or is no complete catalogue
     */
    public static CategoryCatalogue read(Path path) {
        try {
            return parse(path.toString(), Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            throw new InvalidCatalogueException(path.toString(), List.of("there is no such file"), e);
        } catch (IOException e) {
            throw new InvalidCatalogueException(path.toString(), List.of("it cannot be read: " + e.getMessage()), e);
        }
    }

    private static CategoryCatalogue parse(String source, byte[] content) throws IOException {
        try {
            JsonNode root = YAML.readTree(content);
            CatalogueReader reader = new CatalogueReader();
            CategoryCatalogue catalogue = reader.catalogue(root);
            if (!reader.problems().isEmpty()) {
                throw new InvalidCatalogueException(source, reader.problems(), null);
            }
            return catalogue;
        } catch (JsonProcessingException e) {
            throw new InvalidCatalogueException(source, List.of(where(e) + e.getOriginalMessage()), e);
        }
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ": ";
    }
}
