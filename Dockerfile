# One node of the product.
#
# The build that came with the sources is taken when it is current, and made otherwise: './appeals' decides. So an image
# after a local build takes seconds, and a machine with nothing but Docker gets one too. Where the network swaps
# certificates (which Maven refuses inside a container that doesn't know them), build locally first: ./appeals --version
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN ./appeals --version

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --user-group --no-create-home appeals \
 && install -d -o appeals -g appeals /data
# What seldom changes first: a new release is a small layer.
COPY --from=build /src/appeal-api/target/lib /app/lib
COPY --from=build /src/appeal-api/target/appeal-api.jar /app/appeal-api.jar
USER appeals
WORKDIR /app
ENV APPEALS_DATA=/data \
    APPEALS_HTTP_HOST=0.0.0.0
VOLUME /data
EXPOSE 8080
# Bash asks itself: neither curl nor wget is in every image.
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
# Further options for the JVM go into JDK_JAVA_OPTIONS.
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", \
  "-XX:+ExitOnOutOfMemoryError", "-XX:+UseCompactObjectHeaders", "-XX:MaxRAMPercentage=60", \
  "-cp", "/app/appeal-api.jar:/app/lib/*", "io.appeals.api.cli.Appeals"]
CMD ["up"]
