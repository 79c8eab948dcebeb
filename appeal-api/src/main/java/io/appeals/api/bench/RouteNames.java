package io.appeals.api.bench;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a path's name as it stands in tables. */
final class RouteNames implements ITypeConverter<RouteName> {

    @Override
    public RouteName convert(String label) {
        return Arrays.stream(RouteName.values())
                .filter(name -> name.toString().equals(label))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "expected one of " + List.of(RouteName.values()) + ", not '" + label + "'"));
    }
}
