package io.appeals.commands.category.yaml;

import io.appeals.commands.category.CategoryCatalogue;
import io.appeals.commands.yaml.InvalidFileException;
import io.appeals.commands.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The file that holds the category catalogue: the one that comes with the product, or an operator's own. */
public final class CategoryFile {

    private static final String SHIPPED = "/io/appeals/commands/category/categories.yaml";

    private static final YamlFile FILE = new YamlFile("category catalogue");

    private CategoryFile() {}

    /** The catalogue that comes with the product. */
    public static CategoryCatalogue shipped() {
        try (InputStream file = CategoryFile.class.getResourceAsStream(SHIPPED)) {
            if (file == null) {
                throw new IllegalStateException(SHIPPED + " is missing from the product");
            }
            return FILE.parse(SHIPPED, file.readAllBytes(), new CatalogueReader()::catalogue);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An operator's own catalogue.
     *
     * @throws InvalidFileException when the file cannot be read, is no YAML, or is no complete catalogue
     */
    public static CategoryCatalogue read(Path path) {
        return FILE.read(path, new CatalogueReader()::catalogue);
    }
}
