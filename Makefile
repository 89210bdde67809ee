# Lantu's commands; `make` alone lists them.
#
# A fresh machine needs rustup, git, make and npm. The pinned build tools come by themselves and
# are kept outside the checkout, in LANTU_CACHE, where the next clone finds them.

export LANTU_CACHE ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/lantu
export TRUNK := 0.21.14
export BINARYEN := 132.0.0
# Must equal the crate's version to the last digit.
export WASM_BINDGEN := $(shell sed -n '/^name = "wasm-bindgen"$$/{n;s/^version = "\(.*\)"$$/\1/p;}' Cargo.lock)
# The page brings its own standard library, built for size and with panics that stop at once instead
# of wording what nobody reads: 23 KB less to load. Cargo calls that unstable; the compiler is pinned
# to the day in rust-toolchain.toml, so it is as steady as the rest.
LEAN := RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
# Leptos then writes each component's code once and not once for each nesting: a tenth less to load.
# Nor does the page need to carry where this machine keeps its crates.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS := --cfg erase_components \
	--remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)/registry/src=.
ABORT := -Zunstable-options -Cpanic=immediate-abort
PORT ?= 8080

export PATH := $(LANTU_CACHE)/trunk-$(TRUNK)/bin:$(LANTU_CACHE)/wasm-bindgen-$(WASM_BINDGEN)/bin:$(LANTU_CACHE)/binaryen-$(BINARYEN)/node_modules/.bin:$(PATH):$(HOME)/.cargo/bin

say = @printf '▸ %s\n'
have = @sh tests/tools/install.sh
WASM := --target wasm32-unknown-unknown
# Trunk works offline, so that it takes the pinned tools and no others.
FETCH := cargo fetch --quiet --locked $(WASM) --target host-tuple

.PHONY: help serve watch dist test check pages bench screenshots extract clean

help: # list the commands
	@sed -n 's/^\([a-z]*\):[^#]*# \(.*\)/make \1	\2/p' Makefile | expand -t 20

serve: dist # build and open the explorer on 127.0.0.1 (PORT=8080)
	@exec node tests/tools/server.mjs dist $(PORT)

watch: # the same while working: a debug build, made again after every change
	$(have) build
	@$(FETCH)
	@trunk serve --port $(PORT) --dist $(or $(CARGO_TARGET_DIR),target)/watch

dist: dist/lantu.html # dist/ for any static host, and dist/lantu.html, all in one file
	$(say) 'dist/ and dist/lantu.html are ready'

dist/lantu.html: $(shell find Cargo.toml Cargo.lock Makefile Trunk.toml public seeds src style -type f)
	$(have) build
	$(say) 'building the page'
	@$(LEAN) $(FETCH)
	@RUST_BACKTRACE=0 $(if $(CI),CARGO_TERM_QUIET=true) $(LEAN) \
		CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$$CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS $(ABORT)" \
		trunk --log warn build --release

test: # every check: format, lints, Rust tests, build, size, pages in Chromium
	$(have) rust pages browser
	@$(MAKE) --no-print-directory check
	@$(MAKE) --no-print-directory pages

check: # the quick half of `make test`: format, lints, Rust tests
	$(have) rust
	$(say) 'format'
	@cargo fmt --check
	$(say) 'lints: command line, library, tests'
	@cargo clippy --quiet --locked --all-targets -- -D warnings
	$(say) 'lints: page'
	@cargo clippy --quiet --locked $(WASM) --lib --bin web -- -D warnings
	$(say) 'Rust tests'
	@cargo test --quiet --locked

pages: dist # the other half: size and pages, in headless Chromium
	$(have) pages browser
	$(say) 'pages: dist/ and lantu.html in headless Chromium'
	@node --test --test-reporter=spec tests/pages/*.test.mjs

screenshots: dist # every page in three widths, both themes and languages, into tests/out/
	$(have) pages browser
	@node tests/pages/screenshots.mjs

bench: dist # time to the first chart beside ECharts, and time to read the five texts
	$(have) pages browser
	$(say) 'reading the five texts'
	@cargo bench --quiet --locked --bench parse
	$(say) 'first chart'
	@node tests/bench/first-chart.mjs

extract: # what is read from texts of your own (FILES=…)
	@cargo run --quiet --locked --release --bin lantu -- extract $(FILES)

clean: # remove what was built (the tools in LANTU_CACHE stay)
	@cargo clean --quiet
	@rm -rf dist tests/out tests/node_modules
