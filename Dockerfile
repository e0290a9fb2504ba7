# Builds the program in one stage and ships it alone in another.

FROM docker.io/library/rust:1.95-bookworm AS build
WORKDIR /src
# Dependencies first: this layer stays cached until Cargo.toml or Cargo.lock
# change. The empty sources only satisfy cargo.
COPY Cargo.toml Cargo.lock build.rs ./
COPY proto proto
RUN mkdir -p src benches tests/core tests/integration tests/fuzz tests/load \
    && echo '' > src/lib.rs \
    && echo 'fn main() {}' | tee src/main.rs benches/analyze.rs tests/core/main.rs tests/fuzz/main.rs tests/load/main.rs > tests/integration/main.rs \
    && cargo build --release --locked
COPY models models
COPY src src
# Newer than the empty sources, whatever the times in the build context say.
RUN touch src/lib.rs src/main.rs && cargo build --release --locked

FROM docker.io/library/debian:bookworm-slim
RUN useradd --system --uid 10001 --no-create-home mujaz
COPY --from=build /src/target/release/mujaz /usr/local/bin/mujaz
USER 10001
ENV MUJAZ_LISTEN=0.0.0.0:50051
EXPOSE 50051
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s --retries=3 \
    CMD ["mujaz", "health"]
ENTRYPOINT ["mujaz"]
CMD ["serve"]
